import type { Page } from '@playwright/test'
import { olderBillsSchema } from '#shared/domain/bill/core-contract.ts'
import { billPage } from '../../pages/bill.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { matterPage } from '../../pages/matter.page.ts'
import { customerIdOf } from '../../world/disputes.ts'
import { deskElsewhere } from '../../world/other-desk.ts'
import { expect, test } from '../../world/world.ts'

/** One credit: of whose newest bill, how much, what is left of the lease before, and what the desk makes of it. */
interface Given {
  readonly of: string
  readonly sum: string
  readonly left: string
  readonly said: 'Given, to be confirmed' | 'Asked for'
}

async function give(page: Page, { of, sum, left, said }: Given): Promise<void> {
  const { giving, credit, credits, close } = matterPage(page)
  await billPage(page).openNewest(of)
  await page.keyboard.press('Alt+c')
  await expect(giving.getByText('Offline, this lease').locator('..')).toContainText(left)
  await close(giving)
  await credits(sum)
  await expect(credit.getByText(said, { exact: true }).first()).toBeVisible()
  await expect(credit.getByText('Saved on this desk')).toBeVisible()
  await close(credit)
}

const given = 'Given, to be confirmed'

test('two desks spend their allowance without the core: what it covers is given, the rest waits, nothing is doubled and both are told @authority-offline @long', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const [annas, lucs] = [await world.desk('anna'), await world.desk('luc')]
  const [anna, luc] = [deskPage(annas), deskPage(lucs)]
  await Promise.all([anna.signIn('Anna'), luc.signIn('Luc')])
  for (const desk of [anna, luc]) {
    await desk.isSynced()
    await desk.isOnline()
  }
  await anna.pullCable()
  await luc.pullCable()
  // 50.00 are lent to each; 25.00 is the most for one matter. Each desk knows of its own credits only
  const ofAnna: readonly Given[] = [
    { of: 'Jana Nov', sum: '20.00', left: '50.00', said: given },
    { of: 'Jana Nov', sum: '10.00', left: '30.00', said: 'Asked for' },
    { of: 'Pavel Dvo', sum: '25.00', left: '30.00', said: given },
    { of: 'Hélène Roux', sum: '6.00', left: '5.00', said: 'Asked for' },
  ]
  const ofLuc: readonly Given[] = [
    { of: 'Jana Nov', sum: '15.00', left: '50.00', said: given },
    { of: 'Émilie Garnier', sum: '4.00', left: '35.00', said: given },
  ]
  for (const one of ofAnna) await give(annas, one)
  for (const one of ofLuc) await give(lucs, one)

  await anna.plugCable()
  await anna.isOnline()
  await luc.plugCable()
  await luc.isOnline()
  await anna.openHome()
  await luc.openHome()
  const told = (page: Page, what: RegExp) => page.getByText(what)
  await expect(told(annas, /^Given offline, now confirmed: C-.*, 20\.00\./)).toBeVisible()
  await expect(told(annas, /^Given offline, now confirmed: C-.*, 25\.00\./)).toBeVisible()
  await expect(told(annas, /^Given offline, not covered/)).toBeHidden()
  // Anna's 20.00 were first: another 15.00 for the same bill and reason are more than an agent gives
  await expect(told(lucs, /^Given offline, not covered: C-.*, 15\.00 is asked for\./)).toBeVisible()
  await expect(told(lucs, /^Given offline, now confirmed: C-.*, 4\.00\./)).toBeVisible()
  await lucs.getByRole('combobox', { name: 'Find a customer' }).fill('Jana Nov')
  await lucs
    .getByRole('option', { name: /^Jana Nov/ })
    .first()
    .click()
  await lucs.getByRole('button', { name: /^Disputes/ }).click()
  const matters = lucs.getByRole('table', { name: 'Disputes and credits' }).getByRole('row')
  await expect(matters.filter({ hasText: 'Given' })).toHaveCount(1)
  await expect(matters.filter({ hasText: 'Asked for' })).toHaveCount(2)

  // the core booked what it covers, once
  const core = await deskElsewhere(world.core().address, 'Irina')
  const notesOf = async (name: string): Promise<readonly number[]> => {
    const customerId = await customerIdOf(lucs, name)
    const { bills } = await core.get(`bills/older/${customerId}?before=2099-01-01`, olderBillsSchema)
    return bills
      .filter(({ kind, reason }) => kind === 'creditNote' && reason === 'goodwill')
      .map((one) => one.payable_minor)
  }
  expect(await notesOf('Jana Nov')).toEqual([2000])
  expect(await notesOf('Pavel Dvo')).toEqual([2500])
  expect(await notesOf('Hélène Roux')).toEqual([])
  expect(await notesOf('Émilie Garnier')).toContain(400)
})
