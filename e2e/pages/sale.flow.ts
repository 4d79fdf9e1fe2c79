import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { World } from '../world/world.ts'
import type { CasePage, Person } from './case.page.ts'
import { casePage } from './case.page.ts'
import type { DeskPage } from './desk.page.ts'
import { deskPage } from './desk.page.ts'

/** A desk with someone signed in. */
export interface AtDesk {
  readonly page: Page
  readonly desk: DeskPage
  readonly sale: CasePage
}

/** Starts a desk, signs Luc in and waits for the market's customers. */
export async function startAsLuc(world: World): Promise<AtDesk> {
  const page = await world.desk()
  const desk = deskPage(page)
  await desk.signIn('Luc')
  await desk.isSynced()
  return { page, desk, sale: casePage(page) }
}

export interface Sale {
  readonly person: Person
  readonly document: readonly string[]
  readonly plan: string
  readonly wish: string
}

/** From a new case to the Credit step: Reason, Offer and Identity as an agent goes through them. */
export async function sellToCredit(desk: DeskPage, sale: CasePage, what: Sale): Promise<void> {
  await desk.newCase()
  await sale.typeReason(what.person)
  await sale.goOn()
  await sale.at('Offer')
  await sale.choosePlan(what.plan)
  await sale.chooseNumber(what.wish)
  await sale.goOn()
  await sale.at('Identity')
  await sale.typeDocument(what.document)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.goOn()
  await sale.at('Credit')
}

/** From a credit class to the order sent: Sign and Pay now. */
export async function signAndPay(sale: CasePage, tendered: string): Promise<void> {
  await sale.at('Sign')
  await sale.sign()
  await sale.goOn()
  await sale.at('Pay now')
  await sale.payCash(tendered)
  await sale.goOn()
  await sale.at('Activation')
}

/** Asks for the class and goes on to Sign once it is there. */
export async function takeClass(sale: CasePage, sentence: string): Promise<void> {
  await sale.goOn()
  await expect(sale.page.getByText(sentence)).toBeVisible()
  await sale.goOn()
}
