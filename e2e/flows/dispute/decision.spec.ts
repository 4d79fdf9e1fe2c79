import { customerIdOf, fileElsewhere } from '../../world/disputes.ts'
import { deskElsewhere } from '../../world/other-desk.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { seriousOf } from '../../pages/axe.ts'
import { expect, test } from '../../world/world.ts'

test('a supervisor decides a dispute in part, takes one back, and sees what was withdrawn @dispute', async ({
  world,
}) => {
  test.setTimeout(120_000)
  const page = await world.desk()
  const desk = deskPage(page)
  await desk.signIn('Petr')
  await desk.isSynced()
  const luc = await deskElsewhere(world.core().address, 'Luc')
  const pavel = await customerIdOf(page, 'Pavel Dvo')
  const { body, result } = await fileElsewhere(luc, pavel)
  expect(result.result).toBe('applied')
  await expect(page.getByRole('button', { name: /^To decide/ })).toContainText('1')
  await page.keyboard.press('Alt+q')
  await expect(page.getByRole('heading', { name: 'Dispute, Pavel Dvořák' })).toBeVisible()
  await page.screenshot({ path: '/tmp/dsup/decision.png' })
  expect(await seriousOf(page, 'all')).toEqual([])
  await page.getByRole('textbox', { name: 'Credit' }).fill('5.00')
  await page.getByRole('combobox', { name: 'Why' }).fill('Our delay')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Nothing to decide')).toBeVisible()
  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('heading', { name: 'Dispute, Pavel Dvořák' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Credit' }).fill('5.00')
  await page.getByRole('combobox', { name: 'Why' }).fill('Our delay')
  await luc.push('dispute.withdrawDispute', { disputeId: body.disputeId, customerId: pavel, note: '' })
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(500)
  await page.screenshot({ path: '/tmp/dsup/decided.png' })
})
