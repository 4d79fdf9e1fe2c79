import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

export interface Person {
  readonly givenNames: string
  readonly familyName: string
  readonly contactNumber: string
}

export const steps = ['Reason', 'Offer', 'Identity', 'Credit', 'Sign', 'Pay now', 'Activation'] as const
export type StepName = (typeof steps)[number]

/** One case: its rail, its work and its main button; filled in as an agent does. */
export function casePage(page: Page) {
  const text = (name: string) => page.getByRole('textbox', { name, exact: true })
  const main = page.getByRole('button', { name: /^(Go to|Ask for|Seal|Take|Send the order|Back to Home)/ }).last()
  const at = (step: StepName) => expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible()
  const self = {
    page,
    main,
    text,
    at,
    /** Opens a step by its keys. */
    open: async (step: StepName): Promise<void> => {
      await page.keyboard.press(`Alt+${steps.indexOf(step) + 1}`)
      await at(step)
    },
    /** The work stands on the smallest screen we draw for without being scrolled. */
    fitsSmallScreen: async (step: StepName): Promise<void> => {
      await page.setViewportSize({ width: 1280, height: 720 })
      const work = page.getByRole('region', { name: `Work on ${step}` })
      await expect.poll(() => work.evaluate((area) => area.scrollHeight - area.clientHeight)).toBe(0)
    },
    isReady: (): Promise<void> => expect(main).not.toHaveAttribute('aria-disabled', 'true'),
    goOn: async (): Promise<void> => {
      await expect(main).not.toHaveAttribute('aria-disabled', 'true')
      await page.keyboard.press('Control+Enter')
    },
    typeReason: async (person: Person): Promise<void> => {
      await text('Given names').fill(person.givenNames)
      await text('Family name').fill(person.familyName)
      await text('Contact number').fill(person.contactNumber)
      await page.getByRole('checkbox', { name: /Ask the credit bureau/ }).check()
    },
    choosePlan: async (plan: string): Promise<void> => {
      await page.getByRole('radio', { name: plan, exact: true }).check()
    },
    /** Types a wish and takes the number that stands first. */
    chooseNumber: async (wish: string): Promise<void> => {
      const field = page
        .getByRole('textbox', { name: 'Phone number' })
        .or(page.getByRole('combobox', { name: 'Phone number' }))
      await field.fill(wish)
      await expect(page.getByText(/free numbers? fits?$/)).toBeVisible()
      const first = page.getByRole('option').first()
      await expect(first).toHaveAccessibleName(digitsSpaced(wish))
      await expect(first).toHaveAttribute('data-combobox-selected', 'true')
      await field.press('Enter')
    },
    typeDocument: async (lines: readonly string[]): Promise<void> => {
      await text('Line 1').fill(lines.join('\n').slice(0, lines[0]?.length))
      for (const [index, line] of lines.entries()) await text(`Line ${index + 1}`).fill(line)
    },
    typeAddress: async (): Promise<void> => {
      await text('Issued on').fill(await recentDay(page))
      await text('Street and house').fill('12 rue des Glacis')
      await text('Postal code').fill('54000')
      await text('Town').fill('Nancy')
    },
    confirmName: (): Promise<void> =>
      page.getByRole('checkbox', { name: 'The name is the same as on the document' }).check(),
    /** Draws a signature with the mouse; who called has come to the desk. */
    sign: async (): Promise<void> => {
      const here = page.getByRole('radio', { name: 'Signature', exact: true })
      if ((await here.count()) > 0) await page.getByText('Signature', { exact: true }).first().click()
      const pad = page.locator('canvas')
      await pad.scrollIntoViewIfNeeded()
      const box = await pad.boundingBox()
      if (!box) throw new Error('no signature pad')
      const [start, ...stroke] = signature.map(([x, y]) => [box.x + box.width * x, box.y + box.height * y] as const)
      await page.mouse.move(...(start ?? [box.x, box.y]))
      await page.mouse.down()
      for (const point of stroke) await page.mouse.move(...point)
      await page.mouse.up()
    },
    payCash: async (tendered: string): Promise<void> => {
      await text('Cash handed over').fill(tendered)
    },
    /** A day of last week, as people type it. */
    recentDay: (): Promise<string> => recentDay(page),
    isActive: (): Promise<void> => expect(page.getByText(/^The line works since/)).toBeVisible({ timeout: 60_000 }),
  }
  return self
}

export type CasePage = ReturnType<typeof casePage>

function digitsSpaced(wish: string): RegExp {
  return new RegExp([...wish].join('\\s?'))
}

/** One stroke in loops that grow smaller, as fractions of the pad. */
const signature = Array.from({ length: 72 }, (_, index) => {
  const way = index / 71
  const turn = way * 34
  const size = 0.24 * (1 - way) + 0.07
  return [0.12 + way * 0.66 - size * 0.22 * Math.sin(turn), 0.5 - size * Math.cos(turn)] as const
})

/** A day of last week as the desk's own calendar has it, typed as people type it. */
async function recentDay(page: Page): Promise<string> {
  return page.evaluate(() => new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10))
}
