import { expect, test } from '../../world/world.ts'
import { sellToCredit, signAndPay, startAsLuc, takeClass } from '../../pages/sale.flow.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { documents, milan, viktor } from './people.ts'

test.describe.configure({ mode: 'parallel' })

test('a refused class is overridden by a supervisor at the same desk, and the sale goes on @sale @long', async ({
  world,
}) => {
  const { page, desk, sale } = await startAsLuc(world)
  await sellToCredit(desk, sale, { person: viktor, document: documents.classE, plan: 'Mobile M 40 GB', wish: '5777' })
  await sale.goOn()
  await expect(page.getByText(/^Class E: post-paid is not open/)).toBeVisible()
  await expect(page.getByText('An insolvency is on record')).toBeVisible()
  const ask = page.getByRole('button', { name: 'Ask a supervisor' })
  await expect(ask).toHaveAttribute('aria-disabled', 'true')
  await sale.text('Why it should be decided otherwise').fill('Debt paid last week, receipt seen')
  await ask.click()
  await expect(page.getByText(/^Asked at .* A supervisor decides it under Needs you/)).toBeVisible()

  // nobody approves what was entered in the own name: somebody who may sits down, and gets up again
  await desk.lock()
  await desk.signIn('Petr')
  await desk.needsYou().click()
  await expect(page.getByText(/^Luc asks at .* for another credit decision for Viktor/)).toBeVisible()
  await expect(page.getByText('Debt paid last week, receipt seen')).toBeVisible()
  await page.getByRole('button', { name: 'Approve what was entered' }).click()
  await expect(page.getByText(/for another credit decision/)).toBeHidden()
  await desk.isOnline()
  await desk.lock()
  await desk.signIn('Luc')
  await sale.open('Credit')
  await expect(page.getByText('Class C.')).toBeVisible()
  await expect(page.getByText('Decided otherwise by Petr: Debt paid last week, receipt seen')).toBeVisible()
  await page.getByRole('button', { name: 'Trail of this case' }).click()
  const trail = page.getByRole('list', { name: 'Trail of this case' }).getByRole('listitem')
  await expect(trail.first()).toContainText('Luc began the case')
  await expect(trail.last()).toContainText('Petr approved: Credit override')
  await page.keyboard.press('Escape')
  await sale.goOn()
  await signAndPay(sale, '100')
  await sale.isActive()
})

test('a line more than the class allows is refused, and opened by a supervisor at another desk @sale @long', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const { page, desk, sale } = await startAsLuc(world)
  await sellToCredit(desk, sale, { person: milan, document: documents.classD, plan: 'Mobile M 40 GB', wish: '5777' })
  await takeClass(sale, 'Class D.')
  await signAndPay(sale, '100')
  await sale.isActive()

  await desk.openHome()
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('milan hor')
  await page.getByRole('option', { name: /^Milan Horváček/ }).click()
  await page.getByRole('button', { name: /^New case/ }).click()
  await sale.at('Reason')
  await sale.goOn()
  await sale.at('Offer')
  await sale.choosePlan('Mobile S 10 GB')
  await sale.chooseNumber('52')
  await sale.goOn()
  await sale.open('Sign')
  await signAndPay(sale, '100')
  await expect(page.getByText('The order waits for a decision of yours.')).toBeVisible()
  await desk.needsYou().click()
  await page.getByRole('button', { name: /^Ask for an override/ }).click()
  await sale.at('Credit')
  await expect(page.getByText(/^The core did not accept something .* Lines the class allows: 1/)).toBeVisible()
  await sale.text('Why it should be decided otherwise').fill('His wife takes it over next month')
  await page.getByRole('button', { name: 'Ask a supervisor' }).click()
  await expect(page.getByText(/^Asked at/)).toBeVisible()
  await desk.isOnline()

  const petr = await world.desk('petr')
  const other = deskPage(petr)
  await other.signIn('Petr')
  await other.isSynced()
  await other.needsYou().click()
  await petr.getByRole('button', { name: 'Approve what was entered' }).click()
  await other.isOnline()

  await expect(page.getByText('Decided otherwise by Petr: His wife takes it over next month')).toBeVisible()
  await desk.needsYou().click()
  await page.getByRole('button', { name: /^Open the step again/ }).click()
  await sale.at('Pay now')
  await page.getByRole('button', { name: /^Send the order/ }).click()
  await sale.isActive()
  await desk.isOnline()
})
