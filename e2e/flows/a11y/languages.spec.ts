import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { knownPeople } from '#core/seed/known-people.ts'
import { messages } from '#shared/text/translate.ts'
import { clipped } from '../../pages/clipped.ts'
import { quiet } from '../../pages/quiet.ts'
import { startAsLuc } from '../../pages/sale.flow.ts'
import { holdNumberElsewhere } from '../../world/other-desk.ts'
import { expect, test } from '../../world/world.ts'

const languages = ['fr', 'cs', 'ru', 'en'] as const
const pictures = process.env['LINEDESK_PICTURES']

test('every language at once and nothing clipped, at 1280x720 @a11y', async ({ world }) => {
  test.setTimeout(240_000)
  const found: string[] = []
  /** The screen in each language, switched where it stands, and back in English. */
  const see = async (page: Page, screen: string): Promise<void> => {
    for (const language of languages) {
      await page.evaluate((wished) => window.linedesk?.call('preferences.set', { language: wished }), language)
      await page.locator(`html[lang="${language}"]`).waitFor()
      await expect(
        page
          .getByRole('status')
          .filter({ hasText: statusOf(language) })
          .first(),
      ).toBeVisible()
      await quiet(page, 'light')
      found.push(...(await clipped(page)).map((what) => `${screen}, ${language}: ${what}`))
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: join(pictures, `${screen}.${language}.png`), animations: 'disabled' })
      }
    }
  }

  const { page, desk, sale } = await startAsLuc(world)
  await page.setViewportSize({ width: 1280, height: 720 })
  await desk.newCase()
  await sale.typeReason({ givenNames: 'Anna Maria', familyName: 'Eriksson', contactNumber: '+33 6 39 98 66 10' })
  await see(page, 'reason')
  await sale.goOn()
  await sale.at('Offer')
  await sale.choosePlan('Mobile M 40 GB')
  await desk.pullCable()
  await sale.chooseNumber('5777')
  await see(page, 'offer')
  await sale.goOn()
  await sale.at('Identity')
  const [first = '', second = ''] = knownPeople.eriksson.lines
  await sale.typeDocument([first, second.replace('L898902C36', 'L8989O2C36')])
  await expect(page.getByText('A check digit does not fit')).toBeVisible()
  await see(page, 'identity')
  await sale.open('Sign')
  await see(page, 'sign-missing')
  await sale.open('Identity')
  await page.getByRole('button', { name: 'Use the figure 0' }).click()
  await sale.confirmName()
  await sale.typeAddress()
  await sale.isReady()
  await sale.goOn()
  await sale.at('Credit')
  await see(page, 'credit')
  await sale.goOn()
  await expect(page.getByText('Class C, provisional.')).toBeVisible()
  await sale.goOn()
  await sale.at('Sign')
  await sale.sign()
  await sale.isReady()
  await see(page, 'sign')
  await sale.goOn()
  await sale.at('Pay now')
  await see(page, 'pay-now')
  await sale.payCash('50')
  await sale.goOn()
  await sale.at('Activation')
  await page.getByRole('button', { name: /^To send/ }).click()
  await see(page, 'to-send')
  await holdNumberElsewhere(world.core().address, '+33639985777')
  await desk.plugCable()
  await expect(page.getByText(/^Online, .*need/)).toBeVisible({ timeout: 30_000 })
  await desk.needsYou().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/number to someone else|went to someone else/)).toBeVisible()
  await see(page, 'needs-you')
  await desk.openHome()
  await see(page, 'home')
  await page.getByRole('button', { name: 'Luc, menu' }).click()
  await see(page, 'user-menu')
  await page.keyboard.press('Escape')
  await desk.signOut()
  await see(page, 'sign-in')
  expect(found).toEqual([])
})

/** What the status line, or the sign-in's, says in a language: how each of its sentences begins. */
function statusOf(language: (typeof languages)[number]): RegExp {
  const own = messages[language]
  const keys = ['status.onlineSent', 'status.onlineToSend', 'status.offlineToSend', 'status.coreThere'] as const
  const begins = keys.map((key) => String(own[key]).split('{')[0]?.trim().replaceAll(' ', '\\s'))
  return new RegExp(begins.join('|'))
}
