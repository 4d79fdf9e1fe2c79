import { expect, test } from '../../world/world.ts'
import { startAsLuc } from '../../pages/sale.flow.ts'
import { documents, eriksson } from './people.ts'

test('each document that is not accepted has its own sentence and way on @sale', async ({ world }) => {
  const { page, desk, sale } = await startAsLuc(world)
  await desk.newCase()
  await sale.typeReason(eriksson)
  await sale.goOn()
  await sale.open('Identity')

  await sale.typeDocument(documents.erikssonAsPrinted)
  await expect(page.getByText('The document expired on 15 Apr 2012.')).toBeVisible()
  await expect(page.getByText('This one has run out. Do you have another document with you?')).toBeVisible()

  await sale.typeDocument(documents.underAge)
  await expect(page.getByText(/^The customer is 13; a contract needs 18\./)).toBeVisible()
  await expect(page.getByText(/A parent can sign for the line/)).toBeVisible()
  await sale.fitsSmallScreen('Identity')

  const [first = '', second = ''] = documents.eriksson
  await sale.typeDocument([first, second.replace('L898902C36', 'L8989O2C36')])
  await expect(page.getByText(/Character 6 of line 2: letter O\./)).toBeVisible()
  await expect(sale.main).toHaveAttribute('aria-disabled', 'true')
  await sale.fitsSmallScreen('Identity')
  await page.getByRole('button', { name: 'Use the figure 0' }).click()
  await expect(page.getByText('Does not fit')).toHaveCount(0)
  await expect(sale.text('Line 2')).toHaveValue(second)

  await sale.typeDocument(documents.customer)
  await expect(page.getByRole('button', { name: /^Open Jana/ })).toBeVisible()

  await sale.typeDocument(documents.watched)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.goOn()
  await sale.at('Credit')
  await sale.open('Identity')
  await expect(page.getByText(/^Additional check needed\. Back office looks/)).toBeVisible()
  await sale.open('Sign')
  await expect(page.getByText('The additional check, with back office')).toBeVisible()

  await desk.signOut()
  await desk.signIn('Zoé')
  await page.getByRole('row', { name: /Lasko/ }).getByRole('button').first().click()
  await page.getByRole('textbox', { name: 'Why' }).fill('Another person of the same name')
  await page.keyboard.press('Control+Enter')
  await desk.isOnline()
  await desk.signOut()
  // the case Luc had open comes back with him
  await desk.signIn('Luc')
  await expect(page.getByRole('tab', { name: /Lasko/ })).toHaveAttribute('aria-selected', 'true')
  await sale.open('Identity')
  await expect(page.getByText('Nothing found')).toBeVisible()
})
