import type { DonorRefusal } from '#shared/domain/number/port-in-machine.ts'
import { expect, test } from '../../world/world.ts'
import type { AtDesk } from '../../pages/sale.flow.ts'
import { said } from '../../pages/said.ts'
import { startAsLuc } from '../../pages/sale.flow.ts'

/** What the built-in donor answers by the last figures of a number (resources/donor.json). */
const refusals: readonly (readonly [DonorRefusal, string])[] = [
  ['DUES_UNPAID', '01'],
  ['MINIMUM_STAY', '02'],
  ['OWNERSHIP_CHANGE', '03'],
  ['CONTRACT_OBLIGATION', '04'],
  ['COURT_ORDER', '05'],
]

test('each refusal of the donor stands as Stuck, with its own sentence and what to do @sale @long', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const at = await startAsLuc(world)
  const { page, desk, sale } = at
  for (const [reason, end] of refusals)
    await test.step(reason, async () => {
      await bringNumber(at, `+33 6 12 34 56 ${end}`)
      await expect(page.getByText(/^Stuck: Telrivo refuses to let/)).toBeVisible({ timeout: 60_000 })
      await expect(page.getByText(said(`portIn.refusal.${reason}`))).toBeVisible()
      // what is said to Jana is in her language
      await expect(page.getByText(said(`portIn.say.${reason}`, 'cs'))).toBeVisible()
      // what a court has stopped is not asked for again
      await expect(page.getByRole('button', { name: 'Ask again' })).toHaveCount(reason === 'COURT_ORDER' ? 0 : 1)
    })

  await page.getByRole('button', { name: /^Keep/ }).click()
  await expect(page.getByText(/^Withdrawn: the line keeps/)).toBeVisible()
  await desk.isOnline()

  // the four others wait with back office; a code that does not fit is another refusal, and the right one goes through
  await desk.signOut()
  await desk.signIn('Zoé')
  const row = page.getByRole('row', { name: /Number from Telrivo/ })
  await expect(row).toHaveCount(refusals.length - 1)
  await row.first().getByRole('button').first().click()
  await expect(page.getByText('There are bills unpaid with the other operator.')).toBeVisible()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await expect(page.getByText(/^Stuck: Telrivo refuses to let .*6 12 34 56 01/)).toBeVisible()
  await sale.text('Account or code there').fill('0000')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText(/^Stuck: .* The account or code does not fit/)).toBeVisible({ timeout: 60_000 })
  await sale.text('Account or code there').fill('4711')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText(/6 12 34 56 01 comes on/)).toBeVisible({ timeout: 60_000 })
})

/** Jana, whose document is on record, takes one more pre-paid line and brings a number for it. */
async function bringNumber({ page, desk, sale }: AtDesk, number: string): Promise<void> {
  await desk.openHome()
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('jana nov')
  await page.getByRole('option', { name: /^Jana Nováková/ }).click()
  await page.getByRole('button', { name: /^New case/ }).click()
  await sale.at('Reason')
  await sale.goOn()
  await sale.at('Offer')
  await page.getByText('Pre-paid', { exact: true }).click()
  await sale.choosePlan('Pre-paid M 40 GB')
  await sale.chooseNumber(number.slice(-2))
  await page.getByRole('checkbox', { name: 'Bring a number from another operator' }).check()
  await sale.text('Number to bring').fill(number)
  await sale.text('Its operator').fill('Telrivo')
  await sale.text('Account or code there').fill('4711')
  await sale.text('Day').fill(await page.evaluate(() => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)))
  await sale.goOn()
  await sale.at('Identity')
  await sale.open('Sign')
  await sale.sign()
  await sale.goOn()
  await sale.at('Pay now')
  await sale.payCash('100')
  await sale.goOn()
  await sale.at('Activation')
}
