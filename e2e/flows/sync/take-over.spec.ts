import { casePage } from '../../pages/case.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'
import { eriksson } from '../sale/people.ts'

test('a case taken over while its first desk is offline: finished steps travel, the rest stays readable there @sync @desk', async ({
  world,
}) => {
  test.setTimeout(150_000)
  const [lucPage, annaPage] = [await world.desk('luc'), await world.desk('anna')]
  const [luc, anna] = [deskPage(lucPage), deskPage(annaPage)]
  await luc.signIn('Luc')
  await anna.signIn('Anna')
  await luc.isSynced()
  await anna.isSynced()
  await luc.newCase()
  await casePage(lucPage).typeReason(eriksson)
  await casePage(lucPage).goOn()
  await casePage(lucPage).at('Offer')
  await luc.isOnline()

  await luc.pullCable()
  await casePage(lucPage).choosePlan('Mobile M 40 GB')
  await annaPage.keyboard.press('Control+k')
  await annaPage.getByPlaceholder(/Customer, case/).fill('Eriksson')
  await annaPage
    .getByRole('button', { name: /Eriksson, 26-/ })
    .first()
    .click()
  await expect(annaPage.getByText(/^Open at Shop Nancy, Counter 2, Luc, since/)).toBeVisible()
  await annaPage.getByRole('button', { name: 'Take over' }).click()
  await expect(annaPage.getByText(/^Open at Shop Nancy/)).toBeHidden()
  await casePage(annaPage).open('Offer')
  await casePage(annaPage).choosePlan('Mobile S 10 GB')
  await anna.isOnline()

  await luc.plugCable()
  await expect(lucPage.getByText(/^Anna took this case over at Call centre, seat 14/)).toBeVisible({ timeout: 30_000 })
  await lucPage.getByRole('button', { name: 'Take over' }).click()
  await expect(lucPage.getByText(/^Anna took this case over/)).toBeHidden()
  await expect(annaPage.getByText(/Shop Nancy, Counter 2.* Here it is read only/)).toBeVisible({ timeout: 30_000 })
})
