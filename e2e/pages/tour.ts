import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { knownPeople } from '#core/seed/known-people.ts'
import { billPage } from './bill.page.ts'
import { holdNumberElsewhere } from '../world/other-desk.ts'
import type { World } from '../world/world.ts'
import type { AtDesk } from './sale.flow.ts'
import { sellToCredit, signAndPay, startAsLuc, takeClass } from './sale.flow.ts'

/** What is done at each screen: a picture taken, a check run. `screen` is a name for files, in kebab case. */
export type Visit = (page: Page, screen: string) => Promise<void>

/** Walks once through every screen as an agent would, three sales and a look from back office, and visits each. */
export async function tour(world: World, visit: Visit): Promise<void> {
  await firstStart(world, visit)
  const atDesk = await startAsLuc(world)
  const at: Stop = { ...atDesk, see: (screen) => visit(atDesk.page, screen) }
  await aBill(at)
  await atHome(at)
  await soldOnline(at)
  await soldOffline(at, world)
  await stuck(at)
}

interface Stop extends AtDesk {
  readonly see: (screen: string) => Promise<void>
}

const eriksson = {
  person: { givenNames: 'Anna Maria', familyName: 'Eriksson', contactNumber: '+33 6 39 98 66 10' },
  document: knownPeople.eriksson.lines,
  plan: 'Mobile M 40 GB',
  wish: '7777',
} as const
const thevenot = {
  person: { givenNames: 'Camille Rose', familyName: 'Thévenot', contactNumber: '+33 6 39 98 66 14' },
  document: knownPeople.classA.lines,
  plan: 'Mobile L 100 GB',
  wish: '5777',
} as const
const delmas = {
  person: { givenNames: 'Rosa', familyName: 'Delmas', contactNumber: '+33 6 39 98 66 15' },
  document: knownPeople.classC.lines,
  plan: 'Mobile S 10 GB',
  wish: '1966',
} as const

/** A desk with a core of its own, as `npm start` gives it. */
async function firstStart(world: World, visit: Visit): Promise<void> {
  const page = await world.desk('first', { coreAddress: undefined })
  await expect(page.getByRole('heading', { name: /^On this desk/ })).toBeVisible({ timeout: 60_000 })
  await visit(page, 'sign-in')
  await world.killDesk('first')
}

async function atHome({ page, desk, see }: Stop): Promise<void> {
  await see('home-empty')
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('nov')
  await expect(page.getByRole('option').first()).toBeVisible()
  await see('home-search')
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('')
  await desk.newCase()
  await page.keyboard.press('Control+k')
  await page
    .getByRole('textbox', { name: 'Find or do' })
    .or(page.getByPlaceholder(/Customer, case/))
    .fill('no')
  await expect(page.getByText(/\d+ found/)).toBeVisible()
  await see('palette')
  await page.keyboard.press('Escape')
}

/** Why a bill is what it is, its largest part open down to a call. */
async function aBill({ page, see }: Stop): Promise<void> {
  const bill = billPage(page)
  await bill.openNewest('Jana Nov')
  await bill.openRow(/^Calls made, zone 3/)
  await see('bill')
  for (const work of [/, bill$/, /^J\. /]) await page.getByRole('tab', { name: work }).press('Delete')
  await page.getByRole('tab', { name: 'Home' }).click()
}

/** Begun online; the cable comes out before Credit and is back before Pay now. */
async function soldOnline({ page, desk, sale, see }: Stop): Promise<void> {
  await sale.typeReason(eriksson.person)
  await sale.isReady()
  await see('reason')
  await sale.goOn()
  await sale.at('Offer')
  await sale.choosePlan(eriksson.plan)
  await page.getByRole('checkbox', { name: /^Europe/ }).check()
  await sale.chooseNumber(eriksson.wish)
  await expect(page.getByText(/^Held/)).toBeVisible()
  await see('offer')
  await sale.open('Sign')
  await see('sign-missing')
  await sale.open('Offer')
  await sale.goOn()
  await sale.at('Identity')
  const [first = '', second = ''] = eriksson.document
  await sale.typeDocument([first, second.replace('L898902C36', 'L8989O2C36')])
  await expect(page.getByText('A check digit does not fit')).toBeVisible()
  await see('identity')
  await page.getByRole('button', { name: 'Use the figure 0' }).click()
  await sale.confirmName()
  await sale.typeAddress()
  await sale.isReady()
  await see('identity-read')
  await sale.goOn()
  await sale.at('Credit')
  await see('credit-ask')
  await page.getByRole('button', { name: 'Pull the cable' }).click()
  await desk.isOffline()
  await takeClass(sale, 'Class C, provisional.')
  await sale.at('Sign')
  await sale.sign()
  await sale.isReady()
  await see('sign')
  await sale.goOn()
  await sale.at('Pay now')
  await page.getByRole('button', { name: 'Plug the cable in' }).click()
  await desk.isOnline()
  await sale.payCash('50')
  await sale.isReady()
  await see('pay-now')
  await sale.goOn()
  await sale.at('Activation')
  await expect(page.getByText(/\d of 6 done/).first()).toBeVisible()
  await see('activation-running')
  await sale.isActive()
  await desk.isOnline()
  await see('activation-done')
}

/** Sold without the core; meanwhile another desk takes the number. */
async function soldOffline({ page, desk, sale, see }: Stop, world: World): Promise<void> {
  await page.getByRole('button', { name: 'Pull the cable' }).click()
  await desk.isOffline()
  await sellToCredit(desk, sale, thevenot)
  await takeClass(sale, 'Class C, provisional.')
  await signAndPay(sale, '60')
  await expect(page.getByText('The order is kept on this desk. It is sent when the line is back.')).toBeVisible()
  await see('activation-offline')
  await page.getByRole('button', { name: /^To send/ }).click()
  await expect(page.getByText(/^0 of \d+ confirmed/)).toBeVisible()
  await see('to-send')
  await holdNumberElsewhere(world.core().address, '+33639985777')
  await page.getByRole('button', { name: 'Plug the cable in' }).click()
  await expect(page.getByText(/^Online, .*need/)).toBeVisible({ timeout: 30_000 })
  await desk.needsYou().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/number to someone else|went to someone else/)).toBeVisible()
  await see('needs-you')
  await page.getByRole('button', { name: /^Hold .* and call/ }).click()
  await expect(page.getByRole('button', { name: /^Agreed, take/ })).toBeVisible()
  await see('needs-you-held')
  await page.getByRole('button', { name: /^Agreed, take/ }).click()
  await desk.isOnline()
}

/** A number whose data the network refuses, and who puts it right. */
async function stuck({ page, desk, sale, see }: Stop): Promise<void> {
  await sellToCredit(desk, sale, delmas)
  await sale.goOn()
  await expect(page.getByText('Class C.')).toBeVisible()
  await see('credit')
  await sale.goOn()
  await sale.at('Sign')
  await sale.sign()
  await sale.isReady()
  await see('sign-signed')
  await sale.goOn()
  await sale.at('Pay now')
  await sale.payCash('60')
  await sale.goOn()
  await sale.at('Activation')
  await expect(page.getByText(/Stuck since/)).toBeVisible({ timeout: 60_000 })
  await see('activation')
  await desk.openHome()
  await see('home')
  await page.getByRole('button', { name: 'Luc, menu' }).click()
  await expect(page.getByRole('menuitem', { name: /Sign out/ })).toBeVisible()
  await see('user-menu')
  await page.keyboard.press('Escape')
  await desk.signOut()
  await desk.signIn('Zoé')
  await expect(page.getByText('Nothing needs you.')).toBeVisible()
  await see('home-back-office')
  await page
    .getByRole('row', { name: /Delmas/ })
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: 'What was done' })).toBeVisible()
  await see('back-office')
}
