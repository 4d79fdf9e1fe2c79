import { billPage } from '../../pages/bill.page.ts'
import type { BillPage } from '../../pages/bill.page.ts'
import { answerAsJana } from '../../pages/caller.ts'
import { deskPage } from '../../pages/desk.page.ts'
import type { World } from '../../world/world.ts'
import { expect, test } from '../../world/world.ts'

/** Somebody at a desk of their own that has the market. */
async function begin(world: World, name: 'Anna' | 'Luc' | 'Zoé') {
  const page = await world.desk(name)
  const desk = deskPage(page)
  await desk.signIn(name)
  await desk.isSynced()
  return { page, desk, bill: billPage(page) }
}

test('a bill shock explained down to the roaming call, in a bill question, and again offline @bill', async ({
  world,
}) => {
  const { page, desk: anna, bill } = await begin(world, 'Anna')
  await bill.openNewest('Jana Nov')
  await explained(bill)
  // the question is a case: begun, noted and wrapped up by keys
  await page.keyboard.press('Control+Enter')
  // a bill is told to somebody who is known: until then the way is to ask, or to end it with nothing said
  const explainedNow = page.getByRole('button', { name: /^Explained, wrap up/ })
  await expect(explainedNow).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('button', { name: 'Not verified, nothing said' })).toBeVisible()
  // money asks for more: the questions come first, its form in their place
  await page.keyboard.press('Alt+v')
  await expect(page.getByRole('textbox', { name: 'Date of birth' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Alt+c')
  await expect(page.getByText(/^Money is given back to a caller who is verified at level 2/)).toBeVisible()
  await answerAsJana(page, 2)
  await expect(
    page.getByRole('dialog', { name: /^Credit, bill of/ }).getByRole('textbox', { name: 'Sum' }),
  ).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(explainedNow).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('F4')
  await page.keyboard.type('In Egypt, called home twice')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Contacts/ }).click()
  await expect(page.getByText(/^Phone: Bill explained/).first()).toBeVisible()
  await anna.isOnline()
  await anna.pullCable()
  await bill.openNewest('Jana Nov')
  await explained(bill)
})

/** From the sentence on top to the call that cost most. */
async function explained(bill: BillPage): Promise<void> {
  await bill.says('38.20 more than last month:')
  await bill.says(/roaming 31\.00/)
  await bill.says(/part month 7\.20/)
  await bill.says('„O 38,20 více než minulý měsíc: roaming 31,00, část měsíce 7,20.“')
  await bill.openRow(/^Calls made, zone 3/)
  await expect(bill.row(/7 min 22 s, 8 begun × 2\.00 16\.00/)).toBeVisible()
}

test('a part month, a company by branch, and a year of months to compare; online and offline @bill @long', async ({
  world,
}) => {
  const { page, desk: anna, bill } = await begin(world, 'Anna')
  for (const isOnline of [true, false]) {
    if (!isOnline) await anna.pullCable()
    await bill.openNewest('Tomáš Beneš')
    await bill.says(/^The first bill, \d+\.\d\d:/)
    await bill.says(/^part month \d+\.\d\d\.$/)
    await expect(bill.row(/^Mobile M 40 GB from .*12 of \d+ days of 24\.90/)).toBeVisible()

    await bill.openNewest('Boulangerie Martin')
    await bill.says(/more than last month:/)
    await expect(bill.row(/^Boulangerie Martin Saint-Nicolas/)).toBeVisible()
    await expect(bill.row(/^Tax 20 % of/)).toBeVisible()
    await bill.openRow(/^Boulangerie Martin Metz/)
    await expect(bill.row(/^Mobile M 40 GB \+33 7 02 91 00 30, whole month|^Mobile M 40 GB/).last()).toBeVisible()

    await bill.openNewest('Jana Nov')
    await page.getByLabel('Compare with').selectOption({ index: 2 })
    await bill.says(/more than the bill of \d+ \w+/)
    await page.keyboard.press('Alt+f')
    await expect(page.getByRole('searchbox', { name: 'Find in usage' })).toBeFocused()
    await page.keyboard.type('16.00')
    await expect(page.getByText(/^1 of \d+ records$/)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('F8')
    await expect(page.getByRole('dialog', { name: 'How this bill adds up' })).toContainText('To pay')
    await page.keyboard.press('Escape')
  }
})

test('a bill is paid at the counter in cash, printed and sent again; another without the core by card @bill @long', async ({
  world,
}) => {
  const { page, desk: luc, bill } = await begin(world, 'Luc')
  await bill.openNewest('Hélène Roux')
  await expect(page.getByText(/^(Paid in part|Overdue since)/).first()).toBeVisible()
  await page.keyboard.press('Alt+p')
  const paying = page.getByRole('dialog', { name: 'Take a payment' })
  await expect(paying.getByRole('textbox', { name: 'Sum' })).toHaveValue(/^\d+\.\d\d$/)
  await paying.getByRole('textbox', { name: 'Cash handed over' }).fill('1')
  await expect(paying.getByText('This is less than the sum due.')).toBeVisible()
  await paying.getByRole('textbox', { name: 'Cash handed over' }).fill('100')
  await page.keyboard.press('Enter')
  await expect(paying).toBeHidden()
  await expect(page.getByText(/taken, saved on this desk\.$/)).toBeVisible()
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Receipt' }).click()
  await expect(page.getByText(/^The receipt is saved as R-26-\d+\.pdf\.$/)).toBeVisible()
  await page.keyboard.press('Alt+s')
  await expect(page.getByText(/^The bill goes to .+ again\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'As PDF' }).click()
  await expect(page.getByText(/^The bill is saved as \d+-\d{4}\.pdf\.$/)).toBeVisible()
  await luc.isOnline()
  await luc.pullCable()
  await bill.openNewest('Marek Král')
  await expect(page.getByText('from the core, online')).toBeVisible()
  await page.keyboard.press('Alt+p')
  await paying.getByText('Card terminal').click()
  await paying.getByRole('textbox', { name: /^Reference/ }).fill('T-4711')
  await page.keyboard.press('Enter')
  await expect(paying).toBeHidden()
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
  await luc.plugCable()
  await luc.isOnline()
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^\d+ of \d+ days$/).first()).toBeVisible()
})

test('a transfer is entered from the statement, the same line once only, and what is too much is credit @bill @long', async ({
  world,
}) => {
  const { page, bill } = await begin(world, 'Zoé')
  await bill.openNewest('Hélène Roux')
  for (const isKnown of [false, true]) {
    await page.keyboard.press('Alt+t')
    const form = page.getByRole('dialog', { name: 'Enter a transfer' })
    await form.getByRole('textbox', { name: 'Sum' }).fill('20')
    await form.getByRole('textbox', { name: 'Reference on the statement' }).fill('2026-11/0042')
    await page.keyboard.press('Enter')
    if (isKnown) await expect(form.getByText(/2026-11\/0042 is on record already\. Nothing was booked/)).toBeVisible()
    else await expect(page.getByText(/^Transfer of 20\.00 entered, \d+\.\d\d of it as credit\.$/)).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Bills/ }).click()
  const newest = page.getByRole('table', { name: 'Payments' }).getByRole('row').nth(1)
  await expect(newest).toContainText('Transfer, 2026-11/0042')
})

test('of 21 bills the desk keeps twelve; the others come from the core with their calls and their paper @bill @long', async ({
  world,
}) => {
  test.setTimeout(180_000)
  await world.stopCore()
  for (let month = 1; month <= 9; month += 1) {
    const day = new Date(Date.now() + month * 31 * 86_400_000).toISOString().slice(0, 10)
    await world.runCore('bill-run', '--date', day)
  }
  await world.restartCore()
  const { page, desk: anna, bill } = await begin(world, 'Anna')
  await bill.openNewest('Jana Nov')
  const rail = page.getByRole('navigation', { name: 'Bills' })
  const ofJana = rail.getByRole('button', { name: /\d\.\d\d$/ })
  await expect(ofJana).toHaveCount(13) // the running month among them
  await rail.getByRole('button', { name: /older ones are with the core$/ }).click()
  await expect(rail.getByRole('button', { name: /with the core$/ })).toBeHidden()
  expect(await ofJana.count()).toBeGreaterThan(21)
  await ofJana.filter({ hasText: '71.10' }).click()
  await explained(bill)
  await page.getByRole('button', { name: 'As PDF' }).click()
  await expect(page.getByText(/^The bill is saved as \d+-0012\.pdf\.$/)).toBeVisible()
  await anna.pullCable()
  await ofJana.last().click()
  await expect(page.getByText('This bill is not on this desk')).toBeVisible()
  await page.getByRole('button', { name: 'The newest bill' }).click()
  await expect(bill.lines).toBeVisible()
})
