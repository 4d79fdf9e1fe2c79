import { expect } from '@playwright/test'
import type { CasePage, Person } from './case.page.ts'
import type { DeskPage } from './desk.page.ts'

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
