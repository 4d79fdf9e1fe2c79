import { billPage } from '../../pages/bill.page.ts'
import type { BillPage } from '../../pages/bill.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'

test('a bill shock explained down to the roaming call, in a bill question, and again offline @bill', async ({
  world,
}) => {
  const page = await world.desk('anna')
  const anna = deskPage(page)
  const bill = billPage(page)
  await anna.signIn('Anna')
  await anna.isSynced()
  await bill.openNewest('Jana Nov')
  await explained(bill)
  // the question is a case: begun, noted and wrapped up by keys
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: /^Explained, wrap up/ })).toBeVisible()
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
  const page = await world.desk('anna')
  const anna = deskPage(page)
  const bill = billPage(page)
  await anna.signIn('Anna')
  await anna.isSynced()
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
  const page = await world.desk('luc')
  const luc = deskPage(page)
  const bill = billPage(page)
  await luc.signIn('Luc')
  await luc.isSynced()
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
