import { expect, test } from '../../world/world.ts'
import { sellToCredit, signAndPay, startAsLuc, takeClass } from '../../pages/sale.flow.ts'
import { documents, eriksson, viktor } from './people.ts'

test('a passport, a signature, an active line @sale @first', async ({ world }) => {
  const { page, desk, sale } = await startAsLuc(world)
  await sellToCredit(desk, sale, {
    person: eriksson,
    document: documents.eriksson,
    plan: 'Mobile M 40 GB',
    wish: '7777',
  })
  await takeClass(sale, 'Class B.')
  await signAndPay(sale, '20')
  await sale.isActive()
  await desk.isOnline()
  await expect(page.getByText(/Active since/).first()).not.toContainText('not yet')
})

test('class E keeps the basket and takes the pre-paid twin; a stuck task is done by back office @sale', async ({
  world,
}) => {
  const { page, desk, sale } = await startAsLuc(world)
  await sellToCredit(desk, sale, { person: viktor, document: documents.classE, plan: 'Mobile M 40 GB', wish: '1966' })
  await sale.goOn()
  await expect(page.getByText(/^Class E: post-paid is not open/)).toBeVisible()
  await page.getByRole('button', { name: 'Take the pre-paid plan instead' }).click()
  await sale.open('Sign')
  await signAndPay(sale, '100')
  await expect(page.getByText(/Stuck since/)).toBeVisible({ timeout: 60_000 })
  await desk.signOut()
  await desk.signIn('Zoé')
  await page
    .getByRole('row', { name: /Viktor/ })
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByText(/^Data is stuck for/)).toBeVisible()
  await page.getByRole('textbox', { name: 'What was done' }).fill('Profile loaded by hand')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Nothing is stuck and no check waits.')).toBeVisible()
  await page.keyboard.press('Control+l')
  // the case Luc had open comes back with him
  await desk.signIn('Luc')
  await expect(page.getByRole('tab', { name: /Šrámek/ })).toHaveAttribute('aria-selected', 'true')
  await sale.open('Activation')
  await sale.isActive()
})
