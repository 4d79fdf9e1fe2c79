import { seriousOf } from '../../pages/axe.ts'
import { billPage } from '../../pages/bill.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'

test('a line is disputed in at most twenty presses, a credit given within one’s authority and asked for above it @dispute', async ({
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
  await page.screenshot({ path: '/tmp/dag/file.png' })
  expect(await seriousOf(page, 'all')).toEqual([])
  await press('Space', 'Tab')
  await type('Tam jsem nikomu nevolala.')
  await press('Enter')
  console.log(`dispute of one line: ${presses} presses and entries`)
  expect(presses).toBeLessThanOrEqual(20)
  const filed = page.getByRole('dialog', { name: /^Dispute D-/ })
  await expect(filed.getByText('Confirmed')).toBeVisible()
  await page.screenshot({ path: '/tmp/dag/filed.png' })
  expect(await seriousOf(page, 'all')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByText('Disputed, held out')).toBeVisible()
  await expect(bill.row(/in dispute since .* Anna/).first()).toBeVisible()
  await page.screenshot({ path: '/tmp/dag/bill.png' })
  // on the same row it leads to the one there is
  await bill.lines.focus()
  await page.keyboard.press('d')
  await expect(filed).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(filed).toBeHidden()
  await bill.openRow(/^Data\+ 50 GB/)
  await page.keyboard.press('c')
  const giving = page.getByRole('dialog', { name: /^Credit, bill of/ })
  await expect(giving.getByRole('textbox', { name: 'Sum' })).toBeFocused()
  await page.keyboard.type('40')
  await expect(giving.getByRole('button', { name: /^Ask for|^Give/ })).toBeVisible()
  await page.screenshot({ path: '/tmp/dag/give.png' })
  expect(await seriousOf(page, 'all')).toEqual([])
})
