import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { seriousOf } from '../../pages/axe.ts'
import { casePage } from '../../pages/case.page.ts'
import { answerAsJana } from '../../pages/caller.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { clippedInLanguages } from '../../pages/in-languages.ts'
import { quiet, themes } from '../../pages/quiet.ts'
import { ring } from '../../pages/ring.ts'
import { sellToCredit } from '../../pages/sale.flow.ts'
import type { World } from '../../world/world.ts'
import { expect, test } from '../../world/world.ts'
import { documents, eriksson, viktor } from '../sale/people.ts'

test.describe.configure({ mode: 'parallel' })

/** Looks at a screen in every language and both themes, and keeps what is wrong with it. */
function looking(page: Page, found: string[]) {
  return async (screen: string): Promise<void> => {
    for (const theme of themes) {
      await quiet(page, theme)
      const serious = await seriousOf(page, theme === 'light' ? 'all' : 'colour')
      found.push(...serious.map((what) => `${screen}, ${theme}: ${what}`))
    }
    // tabs give way to what stands right of them: theirs are the only names that are cut short (ui/tabs-bar)
    found.push(...(await clippedInLanguages(page, screen)).filter((what) => !what.includes('wider than span._title')))
  }
}

async function begin(world: World, who: 'Anna' | 'Luc') {
  const page = await world.desk()
  const [desk, sale] = [deskPage(page), casePage(page)]
  await desk.signIn(who)
  await desk.isSynced()
  const found: string[] = []
  return { page, desk, sale, found, see: looking(page, found) }
}

test('a call, a sale by phone with an eSIM, its withdrawal: clean and whole in every language @a11y @long', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const { page, desk, sale, found, see } = await begin(world, 'Anna')
  expect(await ring(world.folderOf())).toBe(204)
  await expect(page.getByRole('region', { name: 'Incoming call' })).toBeVisible()
  await see('call-ringing')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'From first inquiry to now' })).toBeVisible()
  await see('call-taken')
  await page.keyboard.press('Control+F9')
  await expect(page.getByRole('region', { name: 'Wrap-up' })).toBeVisible()
  await see('wrap-up')
  await page.getByRole('region', { name: 'Wrap-up' }).getByLabel('Outcome').press('Enter')

  await desk.openHome()
  await desk.newCase()
  await sale.typeReason(eriksson)
  await sale.goOn()
  await sale.at('Offer')
  await sale.choosePlan('Mobile M 40 GB')
  await page.getByText('eSIM', { exact: true }).click()
  await sale.chooseNumber('7777')
  await page.getByRole('checkbox', { name: 'Bring a number from another operator' }).check()
  await see('offer-port-in')
  await page.getByRole('checkbox', { name: 'Bring a number from another operator' }).uncheck()
  await sale.goOn()
  await sale.at('Identity')
  const [first = '', second = ''] = documents.eriksson
  await sale.typeDocument([
    first,
    second.replace('L898902C3', 'L898902D3').replace('7408122', '7408123').replace('F32', 'F33'),
  ])
  await see('identity-three-wrong')
  await sale.typeDocument(documents.eriksson)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.goOn()
  await sale.at('Credit')
  await sale.goOn()
  await expect(page.getByText('Class B.')).toBeVisible()
  await sale.goOn()
  await sale.at('Sign')
  await page.getByRole('button', { name: 'Send the summary' }).click()
  await expect(page.getByText(/^The customer has the summary/)).toBeVisible()
  await page.getByRole('button', { name: 'Send a code' }).click()
  await expect(page.getByRole('textbox', { name: 'Code the customer reads out' })).toBeVisible()
  await see('phone-code')
  await page.getByText('Read aloud', { exact: true }).click()
  await see('phone-script')
  await sale.text('Number of the recording').fill('R-4711')
  await sale.goOn()
  await sale.at('Pay now')
  await sale.goOn()
  await sale.at('Activation')
  await expect(page.getByRole('img', { name: /^Scan it with the telephone/ })).toBeVisible({ timeout: 60_000 })
  await see('activation-esim')
  await sale.open('Sign')
  await page.getByRole('button', { name: 'The customer withdraws' }).click()
  await expect(page.getByRole('button', { name: 'End the contract' })).toBeVisible()
  await see('withdrawal')
  await page.getByRole('button', { name: 'End the contract' }).click()
  await expect(page.getByText(/^The customer has withdrawn from this contract/)).toBeVisible()
  await desk.isOnline()

  // a PUK: who calls is verified, a reason is given, and only then it can be read out
  expect(await ring(world.folderOf())).toBe(204)
  await expect(page.getByRole('region', { name: 'Incoming call' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'From first inquiry to now' })).toBeVisible()
  await page.keyboard.press('Alt+v')
  await expect(page.getByRole('dialog', { name: 'Who is calling' })).toBeVisible()
  await see('verify')
  await answerAsJana(page, 2)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Write to the customer' }).click()
  await expect(page.getByRole('radio', { name: /^We tried to call/ })).toBeFocused()
  await see('write')
  await page.keyboard.press('Enter')
  await expect(page.getByText('SMS, sent').first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Services/ }).click()
  await page.getByRole('button', { name: 'Show the PUK' }).first().click()
  await sale.text('Why it is needed').fill('PIN typed wrong three times')
  await see('puk')
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(sale.text('PUK').first()).toHaveValue(/^\d{8}$/)
  expect(found).toEqual([])
})

test('a company’s lines, the drawer, an override: clean and whole in every language @a11y @long', async ({
  world,
}, info) => {
  test.setTimeout(300_000)
  const { page, desk, sale, found, see } = await begin(world, 'Luc')
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('martin metz')
  await page.getByRole('option', { name: /^Boulangerie Martin Metz/ }).click()
  await page.getByRole('button', { name: /^New case/ }).click()
  await sale.at('Reason')
  const file = info.outputPath('lines.csv')
  writeFileSync(file, 'name;plan\nPaul;Mobile XXL\nMarie;Mobile S 10 GB\n')
  await page.getByLabel('Choose a file').setInputFiles(file)
  await expect(page.getByText('No plan is called “Mobile XXL”.')).toBeVisible()
  await see('company-lines')
  await desk.openHome()
  await sellToCredit(desk, sale, { person: viktor, document: documents.classE, plan: 'Mobile M 40 GB', wish: '5777' })
  await sale.goOn()
  await sale.text('Why it should be decided otherwise').fill('Debt paid last week, receipt seen')
  await see('credit-override')
  await page.getByRole('button', { name: 'Ask a supervisor' }).click()
  await expect(page.getByText(/^Asked at/)).toBeVisible()
  await desk.isOnline()
  await desk.lock()
  await desk.signIn('Petr')
  await desk.needsYou().click()
  await expect(page.getByText(/for another credit decision for Viktor/)).toBeVisible()
  await see('approval')
  await page.getByRole('button', { name: 'Approve what was entered' }).click()
  await desk.isOnline()
  await desk.lock()
  await desk.signIn('Luc')
  await sale.open('Credit')
  await expect(page.getByText(/^Decided otherwise by Petr/)).toBeVisible()
  await see('credit-overridden')
  await sale.goOn()
  await sale.at('Sign')
  await sale.sign()
  await sale.goOn()
  await sale.at('Pay now')
  await page
    .getByRole('button', { name: /drawer|shift/i })
    .first()
    .click()
  await see('pay-now-drawer')
  expect(found).toEqual([])
})
