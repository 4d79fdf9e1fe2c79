import type { Page } from '@playwright/test'
import { casePage } from '../../pages/case.page.ts'
import type { DeskPage } from '../../pages/desk.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'
import { eriksson } from '../sale/people.ts'

test('two desks on one number and one field: the second chooses, or a colleague after the shift @sync', async ({
  world,
}) => {
  test.setTimeout(150_000)
  const [lucPage, annaPage] = [await world.desk('luc'), await world.desk('anna')]
  const [luc, anna] = [deskPage(lucPage), deskPage(annaPage)]
  await luc.signIn('Luc')
  await anna.signIn('Anna')
  await luc.isSynced()
  await anna.isSynced()
  await sameNumber(luc, anna)
  await luc.openHome()
  await anna.openHome()
  await beginCaseFor(lucPage, 'Jana Nováková')
  await beginCaseFor(annaPage, 'Jana Nováková')

  await anna.pullCable()
  await setEmail(annaPage, 'jana.anna@example.org')
  await setEmail(lucPage, 'jana.luc@example.org')
  await luc.isOnline()
  await anna.plugCable()
  await expect(annaPage.getByText(/^Online, .*1 needs you/)).toBeVisible({ timeout: 30_000 })
  await anna.needsYou().click()
  await expect(annaPage.getByText(/^Luc, .* changed the e-mail address of Jana Nováková/)).toBeVisible()
  await expect(annaPage.getByText('jana.luc@example.org')).toBeVisible()
  await expect(annaPage.getByText('jana.anna@example.org')).toBeVisible()

  // her shift is over: the matter is the team's, and Luc decides it on his desk
  await anna.signOut()
  await expect(luc.needsYou()).toHaveText(/1/, { timeout: 30_000 })
  await luc.needsYou().click()
  await lucPage.getByRole('button', { name: /^Use what was entered here/ }).click()
  await expect(luc.needsYou()).toHaveText(/0/)
  await luc.isOnline()
  // one tab is the customer, the other her case
  await lucPage
    .getByRole('tab', { name: /Nováková/ })
    .last()
    .click()
  await expect.poll(() => emailOf(lucPage)).toBe('jana.anna@example.org')

  // and she reads who decided it
  await anna.signIn('Anna')
  await anna.openHome()
  await expect(annaPage.getByText(/^Luc, .*decided it: Contact changed/)).toBeVisible({ timeout: 30_000 })
})

async function beginCaseFor(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Find a customer' }).fill(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'From first inquiry to now' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Case \d/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

/** Jana answers two questions: nobody's address is changed for whoever calls. */
async function setEmail(page: Page, email: string): Promise<void> {
  await expect(page.getByText('Not verified now')).toBeVisible()
  await page.keyboard.press('Alt+V')
  for (const [question, answer] of [
    ['Date of birth', '14 Mar 1986'],
    ['Postal code and house number', '54000, 8'],
  ] as const) {
    await page.getByRole('dialog').getByRole('textbox', { name: question }).fill(answer)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('textbox', { name: question })).toHaveCount(0)
  }
  await expect(page.getByText('Level 2 is reached, for this contact.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('F7')
  await page.getByRole('dialog').getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The address as the desk shows it now. */
async function emailOf(page: Page): Promise<string> {
  await page.keyboard.press('F7')
  const value = await page.getByRole('dialog').getByRole('textbox', { name: 'E-mail' }).inputValue()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  return value
}

/** Both hold one number, Anna without the line: Luc has it, and Anna takes the one that Needs you proposes. */
async function sameNumber(luc: DeskPage, anna: DeskPage): Promise<void> {
  await anna.pullCable()
  for (const [desk, person] of [
    [luc, eriksson],
    [anna, { givenNames: 'Camille Rose', familyName: 'Thévenot', contactNumber: '+33 6 39 98 66 14' }],
  ] as const) {
    const sale = casePage(desk.page)
    await desk.newCase()
    await sale.typeReason(person)
    await sale.goOn()
    await sale.at('Offer')
    await sale.choosePlan('Mobile M 40 GB')
    await sale.chooseNumber('987777')
  }
  await luc.isOnline()
  await anna.plugCable()
  await expect(anna.page.getByText(/^Online, .*1 needs you/)).toBeVisible({ timeout: 30_000 })
  await anna.needsYou().click()
  await expect(anna.page.getByText(/gave Camille Rose Thévenot’s number to someone else/)).toBeVisible()
  await anna.page.getByRole('button', { name: /^Hold .* and call/ }).click()
  await casePage(anna.page).at('Offer')
  await anna.isOnline()
}
