import type { Locator, Page } from '@playwright/test'
import { stories } from '#shared/domain/interaction/guide.ts'
import type { Story } from '#shared/domain/interaction/guide.ts'
import { isTextKey } from '#shared/text/translate.ts'
import type { CasePage } from '../../pages/case.page.ts'
import { casePage } from '../../pages/case.page.ts'
import type { DeskPage } from '../../pages/desk.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { said } from '../../pages/said.ts'
import { expect, test } from '../../world/world.ts'
import { eriksson, rosa } from '../sale/people.ts'

test.use({ hasGuide: true })

interface Visitor {
  readonly page: Page
  readonly desk: DeskPage
  readonly sale: CasePage
  /** Waits until the guide has ticked a step off. */
  readonly ticked: (step: string) => Promise<void>
}

/** What a visitor does who reads the guide, and what they see ticked. */
const played: Readonly<Record<Story, (visitor: Visitor) => Promise<void>>> = {
  specimen: async ({ page, desk, sale, ticked }) => {
    await desk.newCase()
    await sale.typeReason(eriksson)
    await ticked('begin')
    await sale.goOn()
    await sale.at('Offer')
    await sale.choosePlan('Mobile M 40 GB')
    await clickNumber(page, 2)
    await sale.goOn()
    await ticked('plan')
    await sale.at('Identity')
    await page.getByRole('button', { name: 'Scanner' }).click()
    await sale.confirmName()
    await sale.typeAddress()
    await sale.goOn()
    await ticked('passport')
    await sale.at('Credit')
    await sale.goOn()
    await expect(page.getByText('Class B.')).toBeVisible()
    await sale.goOn()
    await sale.sign()
    await sale.goOn()
    await ticked('sign')
    await sale.payCash('50')
    await sale.goOn()
    await sale.isActive()
    await ticked('works')
  },
  cable: async ({ page, desk, sale, ticked }) => {
    await desk.pullCable()
    await ticked('pull')
    await desk.newCase()
    await sale.typeReason(rosa)
    await sale.goOn()
    await sale.choosePlan('Mobile M 40 GB')
    await clickNumber(page, 3)
    await sale.goOn()
    await ticked('plan')
    await sale.at('Identity')
    await page.getByRole('button', { name: 'Scanner' }).click()
    await sale.confirmName()
    await sale.typeAddress()
    await sale.goOn()
    await sale.at('Credit')
    await sale.goOn()
    await expect(page.getByText('Class C, provisional.')).toBeVisible()
    await sale.goOn()
    await sale.sign()
    await sale.goOn()
    await ticked('sign')
    await page.getByRole('button', { name: /^To send/ }).click()
    await expect(page.getByText(/^0 of \d+ confirmed/)).toBeVisible()
    await desk.plugCable()
    await ticked('plug')
  },
  conflict: async ({ page, desk, ticked }) => {
    await desk.needsYou().click()
    await page.getByRole('button', { name: /^Hold .* and call/ }).click()
    await ticked('hold')
    await page.getByRole('button', { name: /^Agreed, take/ }).click()
    await ticked('agree')
    await ticked('confirmed')
  },
  portIn: async ({ page, sale, ticked }) => {
    await page
      .getByRole('row', { name: /Adaeze/ })
      .getByRole('button')
      .first()
      .click()
    await sale.open('Activation')
    await expect(page.getByText(said('portIn.refusal.MINIMUM_STAY'))).toBeVisible()
    await ticked('look')
    await sale
      .text('Day')
      .fill(await page.evaluate(() => new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)))
    await page.getByRole('button', { name: 'Ask again' }).click()
    await ticked('again')
    await ticked('scheduled')
  },
  company: async ({ page, sale, ticked }) => {
    await page.getByRole('combobox', { name: 'Find a customer' }).fill('boulangerie')
    await page.getByRole('option', { name: /^Boulangerie Martin Metz/ }).click()
    await page.getByRole('button', { name: /^New case/ }).click()
    await sale.at('Reason')
    await ticked('branch')
    await sale.goOn()
    await sale.choosePlan('Mobile M 40 GB')
    await clickNumber(page, 4)
    await sale.goOn()
    await ticked('plan')
    await sale.open('Credit')
    await page.getByRole('checkbox', { name: 'Ask the credit bureau' }).check()
    await sale.goOn()
    await expect(page.getByText(/^Class A\./)).toBeVisible()
    await sale.goOn()
    await sale.at('Sign')
    await page.getByRole('button', { name: 'Send the summary' }).click()
    await page.getByText('Read aloud', { exact: true }).click()
    await sale.text('Number of the recording').fill('R-4711')
    await sale.goOn()
    await ticked('sign')
    await sale.at('Pay now')
    await page.getByText('Next bill', { exact: true }).click()
    await sale.goOn()
    await ticked('order')
  },
  yesterday: async ({ page, sale, ticked }) => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/^Customer, case/).fill('Perrin')
    await page.getByText(/^Mathilde Perrin, \d/).click()
    await ticked('look')
    await page.getByRole('button', { name: 'Take over' }).click()
    await ticked('takeOver')
    await sale.at('Offer')
    await expect(page.getByRole('radio', { name: 'Mobile M 40 GB', exact: true })).toBeChecked()
    await clickNumber(page, 5)
    await sale.goOn()
    await ticked('offer')
  },
}

test('a visitor plays the six stories as the guide tells them, and sees each step ticked @guide @long', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const page = await world.desk()
  const [desk, sale] = [deskPage(page), casePage(page)]
  const guide = page.getByRole('complementary', { name: said('guide.title'), exact: true })
  let here = ''
  for (const { story, person } of stories)
    await test.step(story, async () => {
      if (here !== '') await desk.openHome()
      if (here !== person) {
        if (here !== '') await desk.lock()
        await desk.signIn(person)
        if (here === '') await desk.isSynced()
        here = person
      }
      const title = guide.getByRole('button', { name: said(`guide.story.${story}`) })
      await title.click()
      const began = Date.now()
      await played[story]({
        page,
        desk,
        sale,
        ticked: (step) => expect(done(guide, story, step)).toBeVisible({ timeout: 60_000 }),
      })
      console.log(JSON.stringify({ story, playedMs: Date.now() - began }))
    })
  await expect(guide.getByText('6 of 6 stories')).toBeVisible()
})

/** The tick before the sentence of a step. */
function done(guide: Locator, story: Story, step: string): Locator {
  const key = `guide.step.${story}.${step}`
  if (!isTextKey(key)) throw new Error(`the guide has no step ${key}`)
  return guide
    .getByRole('listitem')
    .filter({ hasText: said(key) })
    .last()
    .getByRole('img', { name: 'Done' })
}

/** With the mouse: the list opens at its button, and one of its numbers is pressed. */
async function clickNumber(page: Page, at: number): Promise<void> {
  await page.getByRole('button', { name: /^Others/ }).click()
  await page.getByRole('listbox').getByRole('option').nth(at).click()
  await expect(page.getByRole('combobox', { name: 'Phone number' })).toHaveValue(/^\+33/)
}
