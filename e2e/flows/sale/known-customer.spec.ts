import { expect, test } from '../../world/world.ts'
import { startAsLuc } from '../../pages/sale.flow.ts'

test('a known customer takes a fixed line with a router by instalments, due on the next bill @sale', async ({
  world,
}) => {
  const { page, desk, sale } = await startAsLuc(world)
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('jana nov')
  await page.getByRole('option', { name: /^Jana Nováková/ }).click()
  await page.getByRole('button', { name: /^New case/ }).click()
  await sale.at('Reason')
  await expect(page.getByText(/^Class A, \d/)).toBeVisible()
  await sale.goOn()
  await sale.at('Offer')

  await page.getByText('Fixed', { exact: true }).click()
  // where she lives stands there already; another street has no cable, and the home box is there instead
  await expect(sale.text('Street and house')).toHaveValue('8 rue Saint-Jean')
  await expect(page.getByText(/^The network carries here: Fibre 1,000 Mbit\/s/)).toBeVisible()
  await sale.text('Street and house').fill('4 impasse du Château')
  await expect(page.getByText(/^No cable of ours reaches this address\. Instead: Home box 60 Mbit\/s/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Fibre 1000', exact: true })).toHaveCount(0)
  await sale.text('Street and house').fill('8 rue Saint-Jean')

  await sale.choosePlan('Fibre 1000')
  await expect(page.getByText('Together with a mobile line: given')).toBeVisible()
  await page.getByRole('button', { name: /^Add a device/ }).click()
  await page
    .getByRole('combobox', { name: 'Device' })
    .or(page.getByRole('textbox', { name: 'Device' }))
    .click()
  await page.getByRole('option', { name: /^Wi-Fi router/ }).click()
  await page.getByText(/24 × 3\.50$/).click()
  await expect(page.getByText('The number is given out with the order')).toBeVisible()
  await sale.goOn()
  await sale.at('Identity')

  await sale.open('Sign')
  await sale.sign()
  await sale.goOn()
  await sale.at('Pay now')
  await page.getByText('Next bill', { exact: true }).click()
  await sale.goOn()
  await sale.at('Activation')
  await expect(page.getByText('Technician')).toBeVisible()
  await sale.isActive()
  await desk.isOnline()
  await sale.open('Pay now')
  await page.getByRole('button', { name: 'Receipt as PDF' }).click()
  await expect(page.getByText(/^The receipt is saved as R-26-/)).toBeVisible()
})
