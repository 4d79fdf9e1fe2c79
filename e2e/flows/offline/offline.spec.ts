import { freePort } from '../../world/core.ts'
import { holdNumberElsewhere } from '../../world/other-desk.ts'
import type { World } from '../../world/world.ts'
import { expect, test } from '../../world/world.ts'
import type { AtDesk } from '../../pages/sale.flow.ts'
import { sellToCredit, signAndPay, startAsLuc, takeClass } from '../../pages/sale.flow.ts'
import { documents, eriksson } from '../sale/people.ts'

const mobileM = { person: eriksson, document: documents.eriksson, plan: 'Mobile M 40 GB', wish: '7777' } as const

test('the whole sale without the core, and everything confirmed without a click when it is back @offline', async ({
  world,
}) => {
  const { page, desk, sale } = await classWithoutCore(world)
  await expect(page.getByText('CONDITIONAL UNTIL CONFIRMED').first()).toBeVisible()
  await signAndPay(sale, '50')
  await expect(page.getByText('The order is kept on this desk. It is sent when the line is back.')).toBeVisible()
  await expect(page.getByText('Saved on this desk').first()).toBeAttached()
  await desk.isOffline()
  await world.restartCore()
  await sale.isActive()
  await desk.isOnline()
  await expect(page.getByText('Class B').first()).toBeAttached()
})

test('a number taken while the desk was alone is decided in Needs you, and the order goes on @offline', async ({
  world,
}) => {
  const { page, desk, sale } = await classWithoutCore(world)
  await signAndPay(sale, '50')
  // the core is back for others first, at an address this desk does not know
  await world.withCoreAt(await freePort(), async (address) => {
    const results = await holdNumberElsewhere(address, '+33639987777')
    expect(results.map((one) => one.result)).toEqual(['applied', 'applied'])
  })
  await world.restartCore()
  await expect(page.getByText(/^Online, .*need/)).toBeVisible({ timeout: 30_000 })
  await desk.needsYou().click()
  await expect(page.getByText(/number to someone else|went to someone else/)).toBeVisible()
  await page.getByRole('button', { name: /^Hold .* and call/ }).click()
  await page.getByRole('button', { name: /^Agreed, take/ }).click()
  await desk.isOnline()
  await page.getByRole('tab', { name: /Eriksson/ }).click()
  await sale.open('Activation')
  await sale.isActive()
})

/** The core gone before the first step, and the sale gone on to Sign. */
async function classWithoutCore(world: World): Promise<AtDesk> {
  const at = await startAsLuc(world)
  await world.stopCore()
  await at.desk.isOffline()
  await sellToCredit(at.desk, at.sale, mobileM)
  await takeClass(at.sale, 'Class C, provisional.')
  return at
}
