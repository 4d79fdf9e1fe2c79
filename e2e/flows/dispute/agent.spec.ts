import { seriousOf } from '../../pages/axe.ts'
import { billPage } from '../../pages/bill.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'

test('a line is disputed in at most twenty presses, a credit given within one’s authority, and asked for above it @dispute', async ({
  world,
}) => {
  const page = await world.desk('anna')
  const anna = deskPage(page)
  const bill = billPage(page)
  await anna.signIn('Anna')
  await anna.isSynced()
  await bill.openNewest('Jana Nov')
  let presses = 0
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key)
      presses += 1
    }
  }
  const type = async (text: string): Promise<void> => {
    await page.keyboard.type(text)
    presses += 1
  }
  await bill.lines.focus()
  await press('ArrowDown', 'd')
  const filing = page.getByRole('dialog', { name: /^Dispute, bill of/ })
  await expect(filing.getByRole('radio', { name: 'I did not use this' })).toBeFocused()
  await press('Space', 'Tab')
  await type('Tam jsem nikomu nevolala.')
  expect(await seriousOf(page, 'all')).toEqual([])
  await press('Enter')
  process.stdout.write(`dispute of one line: ${presses} presses and entries\n`)
  expect(presses).toBeLessThanOrEqual(20)
  const filed = page.getByRole('dialog', { name: /^Dispute D-/ })
  await expect(filed.getByText('Confirmed')).toBeVisible()
  expect(await seriousOf(page, 'all')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(filed).toBeHidden()
  await expect(page.getByText('Disputed, held out')).toBeVisible()
  await expect(page.getByText('May be collected now')).toBeVisible()
  await expect(bill.row(/in dispute since .*, Anna/).first()).toBeVisible()
  await expect(bill.row(/1 line of \d in dispute/)).toBeVisible()
  // the same row leads to the dispute there is
  await bill.lines.focus()
  await page.keyboard.press('d')
  await expect(filed).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(filed).toBeHidden()

  const giving = page.getByRole('dialog', { name: /^Credit, bill of/ })
  const given = page.getByRole('dialog', { name: /^Credit C-/ })
  await bill.openRow(/^Data\+ 50 GB .*\+7\.20$/)
  await page.keyboard.press('c')
  await expect(giving.getByRole('textbox', { name: 'Sum' })).toBeFocused()
  await page.keyboard.type('5')
  await expect(giving.getByRole('button', { name: /^Give 5\.00/ })).toBeVisible()
  expect(await seriousOf(page, 'all')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(given.getByText('Given', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(given).toBeHidden()
  await page.keyboard.press('Alt+c')
  await page.keyboard.type('30')
  await expect(giving.getByText('Decides: Team lead', { exact: false })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(given.getByText('Asked for', { exact: true })).toBeVisible()
  await expect(given.getByText('Team lead')).toBeVisible()
  await given.getByRole('button', { name: 'Take the request back' }).click()
  await expect(given.getByText('Taken back')).toBeVisible()
  await expect(given.getByRole('button', { name: /^Close/ }).last()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(given).toBeHidden()
  await expect(bill.lines).toBeVisible()

  await page.getByRole('tab', { name: /Nováková$/ }).click()
  await page.getByRole('button', { name: /^Disputes/ }).click()
  const matters = page.getByRole('table', { name: 'Disputes and credits' })
  await expect(matters.getByText('Filed')).toBeVisible()
  await expect(matters.getByText('Taken back')).toBeVisible()
  expect(await seriousOf(page, 'all')).toEqual([])
  await matters.getByRole('row', { name: /Filed/ }).getByRole('button', { name: 'Open' }).click()
  await filed.getByRole('textbox', { name: 'What the customer adds' }).fill('A SMS jsem nedostala.')
  await filed.getByRole('button', { name: 'Add it' }).click()
  await expect(filed.getByText('A SMS jsem nedostala.', { exact: false })).toBeVisible()
  await filed.getByRole('button', { name: 'The customer withdraws it' }).click()
  await expect(filed.getByText('Withdrawn')).toBeVisible()
})
