import { casePage } from '../../pages/case.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'
import { eriksson } from '../sale/people.ts'

test('a revoked desk says where what it had not sent lies, and a supervisor brings it to effect @sync', async ({
  world,
}) => {
  test.setTimeout(150_000)
  const lucPage = await world.desk('luc')
  const luc = deskPage(lucPage)
  await luc.signIn('Luc')
  await luc.isSynced()
  await luc.pullCable()
  await luc.newCase()
  await casePage(lucPage).typeReason(eriksson)
  await casePage(lucPage).goOn()
  await casePage(lucPage).at('Offer')

  await world.runCore('revoke', '--device', world.core().enrolled().at(-1) ?? '')
  await luc.plugCable()
  const said = lucPage.getByText(/This desk was revoked\. What it had not sent lies sealed in/)
  await expect(said).toBeVisible({ timeout: 30_000 })
  const [, file = ''] = /sealed in (.+?\.ldsealed);/.exec((await said.textContent()) ?? '') ?? []
  await world.killDesk('luc')
  await world.runCore('import-outbox', file)

  const petrPage = await world.desk('petr')
  const petr = deskPage(petrPage)
  await petr.signIn('Petr')
  await petr.isSynced()
  await expect(petr.needsYou()).toHaveText(/1/, { timeout: 30_000 })
  await petr.needsYou().click()
  await expect(
    petrPage.getByText(/^Luc entered this for Anna Maria Eriksson .* at a desk that was revoked/),
  ).toBeVisible()
  await petrPage.getByRole('button', { name: /^Approve what was entered/ }).click()
  await expect(petr.needsYou()).toHaveText(/0/)
  await petr.isOnline()
  await petr.openHome()
  await petrPage.getByRole('combobox', { name: 'Find a customer' }).fill('Eriksson')
  await expect(petrPage.getByRole('option', { name: /Anna Maria Eriksson/ }).first()).toBeVisible()
})
