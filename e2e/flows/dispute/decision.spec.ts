import { seriousOf } from '../../pages/axe.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { customerIdOf, fileElsewhere } from '../../world/disputes.ts'
import { deskElsewhere } from '../../world/other-desk.ts'
import { expect, test } from '../../world/world.ts'

test('a supervisor sees a dispute within a second, takes a decision back, and is told when it was withdrawn meanwhile @dispute @long', async ({
  world,
}) => {
  test.setTimeout(120_000)
  const page = await world.desk()
  const desk = deskPage(page)
  await desk.signIn('Petr')
  await desk.isSynced()
  const luc = await deskElsewhere(world.core().address, 'Luc')
  const pavel = await customerIdOf(page, 'Pavel Dvo')
  const tool = page.getByRole('button', { name: /^To decide/ })
  const before = Number((await tool.innerText()).replace(/\D/g, ''))
  const { body, result } = await fileElsewhere(luc, pavel)
  expect(result.result).toBe('applied')
  await expect(tool).toContainText(String(before + 1), { timeout: 1000 })
  await page.keyboard.press('Alt+q')
  const item = page
    .getByRole('navigation', { name: 'To decide' })
    .getByRole('button', { name: /P. Dvořák/ })
    .first()
  await item.click()
  await expect(page.getByRole('heading', { name: 'Dispute, Pavel Dvořák' })).toBeVisible()
  expect(await seriousOf(page, 'all')).toEqual([])

  const decide = async (): Promise<void> => {
    await page.getByRole('textbox', { name: 'Credit' }).fill('5.00')
    await page.getByRole('combobox', { name: 'Why' }).fill('Our delay')
    await expect(page.getByRole('button', { name: /^Approve in part, 5.00/ })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('P. Dvořák, 5.00 in part')).toBeVisible()
  }
  await decide()
  await page.keyboard.press('Alt+u')
  await expect(page.getByText('P. Dvořák, 5.00 in part')).toBeHidden()
  await item.click()
  await decide()
  await luc.push('dispute.withdrawDispute', { disputeId: body.disputeId, customerId: pavel, note: '' })
  await expect(page.getByText(/^Your decision on Pavel Dvořák had no effect/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'See how it stands now' }).click()
  await expect(page.getByRole('heading', { name: 'Dispute, Pavel Dvořák' })).toBeVisible()
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expect(page.getByText(/^Your decision on Pavel Dvořák had no effect/)).toBeHidden()
})
