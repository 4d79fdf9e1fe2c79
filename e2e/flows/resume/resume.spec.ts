import type { Page } from '@playwright/test'
import { expect, test } from '../../world/world.ts'
import { casePage } from '../../pages/case.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { documents, eriksson } from '../sale/people.ts'

test('the whole program killed in each step: nothing typed is lost, nothing is asked twice @resume', async ({
  world,
}) => {
  test.setTimeout(180_000)
  let sale = casePage(await world.desk())
  const first = deskPage(sale.page)
  await first.signIn('Luc')
  await first.isSynced()
  await first.newCase()

  let before = await savedAt(sale.page)
  const afterKill = async (step: Parameters<typeof sale.at>[0]): Promise<void> => {
    // what was typed is saved: something was, and nothing more for longer than the desk waits after a key
    if (step !== 'Credit' && step !== 'Activation')
      await expect.poll(async () => quietSince(await savedAt(sale.page), before)).toBe(true)
    before = await savedAt(sale.page)
    await world.killDesk()
    sale = casePage(await world.desk())
    await sale.at(step)
  }

  await sale.typeReason(eriksson)
  await afterKill('Reason')
  await expect(sale.text('Given names')).toHaveValue('Anna Maria')
  await expect(sale.text('Contact number')).toHaveValue('+33 6 39 98 66 10')
  await sale.goOn()

  await sale.at('Offer')
  await sale.choosePlan('Mobile M 40 GB')
  await sale.chooseNumber('7777')
  await afterKill('Offer')
  await expect(sale.page.getByRole('radio', { name: 'Mobile M 40 GB', exact: true })).toBeChecked()
  await sale.goOn()

  await sale.at('Identity')
  await sale.typeDocument(documents.eriksson)
  await sale.confirmName()
  await sale.typeAddress()
  await afterKill('Identity')
  await expect(sale.text('Line 2')).toHaveValue(documents.eriksson[1] ?? '')
  await sale.goOn()

  await sale.at('Credit')
  await afterKill('Credit')
  await sale.goOn()
  await expect(sale.page.getByText('Class B.')).toBeVisible()
  await sale.goOn()

  await sale.at('Sign')
  await sale.sign()
  await afterKill('Sign')
  await expect(sale.page.getByText('Signed, not sealed').first()).toBeVisible()
  await sale.goOn()

  await sale.at('Pay now')
  await sale.payCash('20')
  await afterKill('Pay now')
  await expect(sale.text('Cash handed over')).toHaveValue('20')
  await sale.goOn()

  await sale.at('Activation')
  await afterKill('Activation')
  await sale.isActive()
  await expect(sale.page.getByText(/Case 26-\d+/).first()).toBeVisible()
  await deskPage(sale.page).isOnline()
})

function quietSince(last: number, before: number): boolean {
  return last > before && Date.now() - last > 500
}

/** When the desk last saved something typed, in ms; 0 when it never did. */
async function savedAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const reply = await window.linedesk?.call('desk.status', {})
    return reply?.ok === true ? ((reply.value as { readonly lastKeySavedAt: number | null }).lastKeySavedAt ?? 0) : 0 // as: the procedure's own answer
  })
}
