import { quote } from '#shared/domain/catalogue/quote.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import { maskDocumentNumber } from '#shared/domain/identity/mask.ts'
import { addDays, addMonths } from '#shared/kernel/date.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { CoreRuntime } from '../runtime.ts'
import type { KnownPerson } from '../seed/known-people.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { StoryDesk } from './story-desk.ts'

export interface StorySale {
  readonly reference: string
  readonly person: KnownPerson
  readonly contactNumber: string
  readonly planId: string
  readonly msisdn: string
  readonly at: Instant
  readonly today: IsoDate
  /** What the core says to the order. */
  readonly answer: 'applied' | 'conflict'
}

export interface SoldIds {
  readonly caseId: Id
  readonly customerId: Id
  readonly productId: Id
}

const stepMs = 40_000

/** A whole sale at a counter, command by command; the price is the one the desk would have shown. */
export async function sellForStory(core: CoreRuntime, desk: StoryDesk, sale: StorySale): Promise<SoldIds> {
  const { ids } = core
  const base = { caseId: ids.next(), customerId: ids.next() }
  const { facts, lines, kind } = sale.person
  const terms = await termsOf(core, sale)
  const [agreementId, productId] = [ids.next(), ids.next()]
  let at = sale.at
  const next = (): { readonly at: Instant } => ({ at: (at += stepMs) })
  const open = { contactId: ids.next(), reference: sale.reference, recipe: 'sale', channel: 'walkIn' } as const
  await desk.send('interaction.openCase', { ...open, caseId: base.caseId, customerId: null }, next())
  await desk.send(
    'customer.createProspect',
    {
      ...base,
      givenNames: facts.givenNames,
      familyName: facts.surname,
      contactNumber: sale.contactNumber,
      email: null,
      language: 'fr',
      currency: terms.currency,
      consents: { bureau: true, recording: false, sms: false, email: false, profiling: false, wording: '2026-10' },
    },
    next(),
  )
  const typed = {
    givenNames: facts.givenNames,
    familyName: facts.surname,
    contactNumber: sale.contactNumber,
    language: 'fr',
    bureau: true,
  }
  const billing = terms.firstBillOn === null ? 'prePaid' : 'postPaid'
  const steps = {
    reason: { ...emptyFields.reason, ...typed },
    offer: { ...emptyFields.offer, planId: sale.planId, msisdn: sale.msisdn, addOnIds: [], billing },
  }
  const saved = { note: '', state: 'finished' } as const
  await desk.send('interaction.saveCaseStep', { ...base, ...saved, step: 'reason', fields: steps.reason }, next())
  await desk.send('interaction.saveCaseStep', { ...base, ...saved, step: 'offer', fields: steps.offer }, next())
  await desk.send(
    'identity.recordEvidence',
    {
      ...base,
      evidenceId: ids.next(),
      kind,
      mrz: [...lines],
      read: {
        surname: facts.surname,
        givenNames: facts.givenNames,
        issuingState: facts.issuingState,
        documentMasked: maskDocumentNumber(facts.documentNumber),
        birthDate: facts.birthDate,
        expiryDate: facts.expiryDate,
      },
      address: {
        kind: 'utilityBill',
        issuedOn: addDays(sale.today, -24),
        street: '12 rue des Glacis',
        postalCode: '54000',
        town: 'Nancy',
      },
    },
    next(),
  )
  if (terms.firstBillOn !== null)
    await desk.send(
      'credit.requestDecision',
      {
        ...base,
        decisionId: ids.next(),
        monthlyMinor: terms.monthlyMinor,
        currency: terms.currency,
        incomeMinor: null,
        bureauConsent: true,
        provisional: {
          class: 'C',
          depositMonths: 1,
          spendingLimitMinor: 10_000,
          lines: 2,
          validUntil: addDays(sale.today, 7),
        },
      },
      next(),
    )
  await desk.send(
    'contract.signContract',
    {
      ...base,
      agreementId,
      reference: `C-${sale.reference}`,
      language: 'fr',
      acceptance: 'pad',
      acceptanceReference: '',
      documentHash: sha256Hex(sale.reference),
      terms,
    },
    next(),
  )
  const paid = { paymentId: ids.next(), agreementId, amountMinor: terms.dueNowMinor, currency: terms.currency }
  const cash = { method: 'cash', tenderedMinor: terms.dueNowMinor } as const
  await desk.send('payment.recordPayment', { ...base, ...paid, paid: cash, topUpMinor: 0, shiftId: null }, next())
  const line = { planId: sale.planId, addOnIds: [], msisdn: sale.msisdn, sim: 'card', iccid: null } as const
  await desk.send(
    'order.submitOrder',
    { ...base, ...line, addOnIds: [], orderId: ids.next(), productId, agreementId },
    { ...next(), answer: sale.answer },
  )
  return { ...base, productId }
}

async function termsOf({ store }: CoreRuntime, { planId, msisdn, today }: StorySale): Promise<ContractTerms> {
  const plan = await store.db.selectFrom('offer').selectAll().where('id', '=', planId).executeTakeFirstOrThrow()
  const priceList = await store.db.selectFrom('price_list').selectAll().executeTakeFirstOrThrow()
  const shown = quote({ plan, addOns: [], priceList, sim: 'card', depositMonths: 0, today })
  return {
    planId,
    addOnIds: [],
    msisdn,
    sim: 'card',
    priceListId: priceList.id,
    currency: shown.currency,
    monthlyMinor: shown.monthlyMinor,
    dueNowMinor: shown.dueNowMinor,
    depositMinor: shown.depositMinor,
    firstBillMinor: shown.firstBillMinor,
    firstBillOn: shown.firstBillOn,
    totalMinor: shown.totalMinor,
    commitmentMonths: plan.commitment_months,
    commitmentUntil: plan.commitment_months > 0 ? addMonths(today, plan.commitment_months) : null,
    isConditional: false,
    signedOn: today,
    deviceId: null,
    devicePay: 'once',
    promotionIds: [],
    firstMonths: null,
    taxIncluded: true,
    installation: null,
    withdrawUntil: null,
  }
}
