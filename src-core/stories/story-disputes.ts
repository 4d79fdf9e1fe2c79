import type { BillLineRow, BillRow } from '#shared/domain/bill/rows.ts'
import { answerBy } from '#shared/domain/dispute/deadlines.ts'
import { disputePolicySchema } from '#shared/domain/catalogue/authority-policy.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import type { CoreRuntime } from '../runtime.ts'
import type { StoryDesk } from './story-desk.ts'

interface Scene {
  readonly callCentre: StoryDesk
  readonly shop: StoryDesk
  readonly lead: StoryDesk
  readonly today: IsoDate
  readonly now: Instant
}

interface Customer {
  readonly familyName: string
  readonly givenNames: string
}

const dayMs = 86_400_000

/**
 * What waits for Petr: Pavel's premium calls, a fee of Hélène's, Marek's (of Petr's own household, so a colleague decides)
 * and a credit above an agent's authority; and what was decided before: a gesture, and a dispute granted by a team lead.
 * A market without bills has none of them.
 */
export async function disputesForStory(core: CoreRuntime, scene: Scene): Promise<void> {
  const { callCentre, shop, lead, today, now } = scene
  const pavel = { familyName: 'Dvořák', givenNames: 'Pavel' }
  const helene = { familyName: 'Roux', givenNames: 'Hélène' }
  const marek = { familyName: 'Král', givenNames: 'Marek' }
  const emilie = { familyName: 'Garnier', givenNames: 'Émilie' }
  const paul = { familyName: 'Martin', givenNames: 'Paul' }
  const file = async (desk: StoryDesk, told: Filed) => fileFor(core, desk, told, today)
  await file(callCentre, {
    ...{ customer: pavel, reference: 'D-90001', kind: 'usage', reason: 'notOrdered', at: now - 3 * dayMs },
    ...{ words: 'Na to číslo jsem nevolal. Telefon měl syn, nikdo mi cenu neřekl.', language: 'cs' },
  })
  await file(shop, {
    ...{ customer: helene, reference: 'D-90002', kind: 'recurring', reason: 'noService', at: now - dayMs },
    ...{ words: 'Trois jours sans réseau à Lunéville, et je paie le mois entier ?', language: 'fr' },
  })
  await file(callCentre, {
    ...{ customer: marek, reference: 'D-90003', kind: 'recurring', reason: 'otherPrice', at: now - 2 * dayMs },
    ...{ words: 'Slíbili mi cenu o pět eur nižší.', language: 'cs' },
  })
  const granted = await file(callCentre, {
    ...{ customer: emilie, reference: 'D-90004', kind: 'recurring', reason: 'noService', at: now - 9 * dayMs },
    ...{ words: 'La 4G ne marchait pas à Nancy le premier week-end.', language: 'fr' },
  })
  if (granted) await grantFor(core, lead, granted, now - 8 * dayMs)
  await giveFor(core, callCentre, { customer: paul, reference: 'C-90001', amountMinor: 500, at: now - 4 * dayMs })
  await giveFor(core, callCentre, { customer: paul, reference: 'C-90002', amountMinor: 2_800, at: now - dayMs / 2 })
}

interface Filed {
  readonly customer: Customer
  readonly reference: string
  readonly kind: 'usage' | 'recurring'
  readonly reason: string
  readonly words: string
  readonly language: 'cs' | 'fr'
  readonly at: Instant
}

type FileBody = CommandBody<'dispute.fileDispute'>

/** Disputes the dearest line of a kind on the last bill that has one; undefined where there is none. */
async function fileFor(core: CoreRuntime, desk: StoryDesk, told: Filed, today: IsoDate): Promise<FileBody | undefined> {
  const found = await dearest(core, told.customer, told.kind)
  if (!found) return undefined
  const { bill, line } = found
  const body: FileBody = {
    ...{ disputeId: core.ids.next(), reference: told.reference, customerId: bill.customer_id, billId: bill.id },
    ...{ caseId: null, aboutId: null, reason: told.reason, currency: currencySchema.parse(bill.currency) },
    lines: [{ lineId: line.id, amountMinor: line.amount_minor }],
    ...{ claimedMinor: line.amount_minor, words: told.words, wordsLanguage: told.language, evidence: [] },
    answerBy: answerBy(today, disputePolicySchema.parse({})),
  }
  await desk.send('dispute.fileDispute', body, { at: told.at })
  return body
}

async function grantFor(core: CoreRuntime, lead: StoryDesk, filed: FileBody, at: Instant): Promise<void> {
  const grantedMinor = Math.floor(filed.claimedMinor / 4)
  const { disputeId, customerId } = filed
  const lines = filed.lines.map(({ lineId }) => ({ lineId, amountMinor: grantedMinor }))
  const note = 'Panne du 5 au 7'
  const decided = { disputeId, customerId, adjustmentId: core.ids.next(), request: 1, lines, grantedMinor, note }
  await lead.send('dispute.decideDispute', decided, { at })
}

interface Given {
  readonly customer: Customer
  readonly reference: string
  readonly amountMinor: number
  readonly at: Instant
}

/** A gesture on the last bill of a person: their prices have the tax inside, so what is asked for is what they get. */
async function giveFor(core: CoreRuntime, desk: StoryDesk, { customer, reference, amountMinor, at }: Given) {
  const found = await dearest(core, customer, 'recurring')
  if (!found || found.bill.payable_minor < amountMinor) return
  const { bill } = found
  const of = { adjustmentId: core.ids.next(), reference, customerId: bill.customer_id, billId: bill.id, caseId: null }
  const asked = { askedMinor: amountMinor, amountMinor, currency: currencySchema.parse(bill.currency), lines: [] }
  await desk.send('adjustment.giveCredit', { ...of, ...asked, reason: 'goodwill', note: '', grantId: null }, { at })
}

/** The dearest line of a kind, of the newest bill that has one and of which nothing was given back. */
async function dearest(
  { store: { db } }: CoreRuntime,
  { familyName, givenNames }: Customer,
  kind: string,
): Promise<{ readonly bill: BillRow; readonly line: BillLineRow } | undefined> {
  const bills = await db
    .selectFrom('bill')
    .innerJoin('customer', 'customer.id', 'bill.customer_id')
    .selectAll('bill')
    .where('customer.family_name', '=', familyName)
    .where('customer.given_names', '=', givenNames)
    .where('bill.kind', '=', 'bill')
    .where('bill.credited_by', 'is', null)
    .orderBy('bill.bill_date', 'desc')
    .limit(3)
    .execute()
  for (const bill of bills) {
    const line = await db
      .selectFrom('bill_line')
      .selectAll()
      .where('bill_id', '=', bill.id)
      .where('kind', '=', kind)
      .where('amount_minor', '>', 0)
      .orderBy('amount_minor', 'desc')
      .executeTakeFirst()
    if (line) return { bill, line }
  }
  return undefined
}
