import { deskPage } from '../../pages/desk.page.ts'
import { casePage } from '../../pages/case.page.ts'
import { sellToCredit, takeClass } from '../../pages/sale.flow.ts'
import { expect, test } from '../../world/world.ts'
import { documents, eriksson } from './people.ts'

test('a sale by phone: summary, a wrong code, the right one, paid on the next bill @sale', async ({ world }) => {
  const page = await world.desk()
  const [desk, sale] = [deskPage(page), casePage(page)]
  await desk.signIn('Anna')
  await desk.isSynced()
  await sellToCredit(desk, sale, {
    person: eriksson,
    document: documents.eriksson,
    plan: 'Mobile M 40 GB',
    wish: '7777',
  })
  await takeClass(sale, 'Class B.')
  await sale.at('Sign')
  await page.getByRole('button', { name: 'Send the summary' }).click()
  await expect(page.getByText(/^The customer has the summary/)).toBeVisible()
  await page.getByRole('button', { name: 'Send a code' }).click()
  const field = page.getByRole('textbox', { name: 'Code the customer reads out' })
  await expect(field).toBeVisible()
  const code = await codeSent(world.core().address)
  await expect(page.getByText(code)).toHaveCount(0)
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await field.press('Enter')
  await expect(page.getByText('This is not the code. 4 tries left.')).toBeVisible()
  await field.fill(code)
  await field.press('Enter')
  await expect(page.getByText(/^Accepted .* by the code sent to/)).toBeVisible()
  await sale.goOn()
  await sale.at('Pay now')
  await page.getByText('Next bill', { exact: true }).click()
  await sale.goOn()
  await sale.at('Activation')
  await expect(page.getByRole('table', { name: 'Sent to the customer' })).toContainText('Order confirmed')
  await sale.open('Sign')
  await expect(page.getByText(/^The customer may withdraw until/)).toBeVisible()
  await desk.isOnline()
})

/** What the customer reads on the telephone, as the core's built-in gateway wrote it down. */
async function codeSent(core: string): Promise<string> {
  await expect.poll(() => lastCode(core)).toMatch(/^\d{6}$/)
  return lastCode(core)
}

async function lastCode(core: string): Promise<string> {
  const answer = await fetch(`${core}/demonstration/messages?to=%2B33639986610`)
  // as: the core's own answer
  const { messages } = (await answer.json()) as { readonly messages: readonly { readonly body: string }[] }
  return messages.map(({ body }) => /\b\d{6}\b/.exec(body)?.[0]).find((code) => code !== undefined) ?? ''
}
