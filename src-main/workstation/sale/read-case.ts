import type { Desk, Draft, OutboxItem, Seen } from '#main/workstation/desk.ts'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import { contractTermsSchema } from '#shared/domain/contract/commands.ts'
import type { AgreementRow } from '#shared/domain/contract/rows.ts'
import type { CompanyRow } from '#shared/domain/customer/company-rows.ts'
import type { CustomerRow, ProductRow } from '#shared/domain/customer/rows.ts'
import type { CaseRow, CaseStepRow, ContactRow } from '#shared/domain/interaction/rows.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { SimCardRow } from '#shared/domain/number/rows.ts'
import type { OrderRow } from '#shared/domain/order/rows.ts'
import type { TaskRow } from '#shared/domain/provisioning/rows.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { withBalance } from './balance.ts'
import { withFirstInquiry } from './first-inquiry.ts'
import { mergeFields } from './merge-fields.ts'
import { draftsThatCount } from './only-here.ts'
import type { Basket } from './read-basket.ts'
import { payerCycle } from './payer-cycle.ts'
import { quoteOf, readBasket } from './read-basket.ts'
import { refusedElsewhere } from './waiting.ts'

/** Everything the desk knows of a sale: mirror with pending commands over it, drafts, and the case's own commands. */
export interface CaseFacts extends Basket {
  readonly row: CaseRow
  readonly seenCase: Seen<'service_case'>
  readonly steps: readonly Seen<'case_step'>[]
  readonly drafts: readonly Draft[]
  readonly fields: StepFields
  readonly note: string
  /** The case's commands of this desk, and what other desks' refused ones still want of a person. */
  readonly commands: readonly OutboxItem[]
  readonly customer: CustomerRow | null
  /** Where the customer is a company: its own row, and the company it is a branch of. */
  readonly company: CompanyRow | null
  readonly parent: CustomerRow | null
  readonly members: readonly string[]
  readonly services: readonly ProductRow[]
  readonly contacts: readonly ContactRow[]
  readonly reservation: Seen<'phone_number'> | null
  readonly evidence: Seen<'identity_evidence'> | null
  readonly decision: Seen<'credit_decision'> | null
  readonly agreement: Seen<'agreement'> | null
  readonly terms: ContractTerms | null
  readonly addendum: AgreementRow | null
  /** What the customer was sent, and the codes the contract was to be accepted by. */
  readonly messages: readonly Seen<'message'>[]
  readonly codes: readonly Seen<'signing_code'>[]
  readonly payment: Seen<'payment'> | null
  readonly order: Seen<'product_order'> | null
  readonly tasks: readonly TaskRow[]
  readonly sim: SimCardRow | null
  readonly quote: Quote | null
}

/** Reads a sale; undefined when this desk knows no such case. */
export function readCase(desk: Desk, caseId: Id): CaseFacts | undefined {
  const { view } = desk
  const seenCase = view.get('service_case', caseId)
  if (!seenCase) return undefined
  const today = desk.businessDate()
  const steps = view.where('case_step', 'case_id', caseId)
  const drafts = desk.drafts.of(caseId)
  const customerId = seenCase.row.customer_id
  const customer = customerId === null ? null : (view.get('customer', customerId)?.row ?? null)
  const fields = mergeFields(
    new Map(steps.map(({ row }) => [row.step, parsedFields(row)])),
    new Map(draftsThatCount(seenCase.row, drafts, desk.deviceId).map((draft) => [draft.step, draft.fields])),
    { customerId: customer?.id ?? null, language: customer?.language },
  )
  const agreements = view.where('agreement', 'case_id', caseId)
  const agreement = latest(
    agreements.filter(({ row }) => row.parent_id === null),
    ({ row }) => row.signed_at,
  )
  const terms = agreement ? termsOf(agreement.row) : null
  const order = latest(view.where('product_order', 'case_id', caseId), ({ row }) => row.submitted_at)
  const decision = decisionOf(desk, caseId, customerId, today)
  const services =
    customerId === null
      ? []
      : rowsOf(view.where('product', 'customer_id', customerId)).filter((row) => row.state !== 'terminated')
  const contacts = contactsOf(desk, caseId, customerId)
  const cycle = payerCycle(desk, customerId, fields.reason.payerId)
  const basketFacts = { fields, terms, customer, services, cycle, today }
  const basket = readBasket(desk, basketFacts)
  return {
    row: seenCase.row,
    seenCase,
    steps,
    drafts,
    fields,
    note: noteOf(draftsThatCount(seenCase.row, drafts, desk.deviceId)) ?? seenCase.row.note,
    commands: [...desk.outbox.touching(`case:${caseId}`), ...refusedElsewhere(desk, caseId)],
    customer: customer && withBalance(desk, withFirstInquiry(customer, contacts)),
    ...partyOf(desk, customerId, fields.reason.parentId),
    services,
    contacts: contacts.slice(0, 5),
    ...basket,
    reservation: reservationOf(desk, caseId, order?.row ?? null, terms, fields),
    evidence: evidenceOf(desk, caseId, customerId, today),
    decision,
    agreement,
    terms,
    addendum:
      latest(
        agreements.filter(({ row }) => row.parent_id !== null),
        ({ row }) => row.signed_at,
      )?.row ?? null,
    messages: view.where('message', 'case_id', caseId),
    codes: view.where('signing_code', 'case_id', caseId),
    payment: latest(
      view.where('payment', 'case_id', caseId).filter(({ row }) => row.method !== 'refund'),
      ({ row }) => row.taken_at,
    ),
    order,
    tasks: order
      ? rowsOf(view.where('order_task', 'order_id', order.row.id)).toSorted((a, b) => a.position - b.position)
      : [],
    sim: order?.row.iccid ? (view.get('sim_card', order.row.iccid)?.row ?? null) : null,
    quote: quoteOf(basket, basketFacts, decision?.row ?? null),
  }
}

/** The signed terms of an agreement; null when the row holds none this version can read. */
export function termsOf(row: AgreementRow): ContractTerms | null {
  const parsed = contractTermsSchema.safeParse(parsedJson(row.terms))
  return parsed.success ? parsed.data : null
}

/** What a customer is beside a person: a company, maybe a branch; a household with its members. */
function partyOf(
  desk: Desk,
  customerId: string | null,
  typedParentId: string | null,
): Pick<CaseFacts, 'company' | 'parent' | 'members'> {
  const company = customerId === null ? null : (desk.view.get('company', customerId)?.row ?? null)
  const parentId = company ? company.parent_id : typedParentId
  return {
    company,
    parent: parentId === null ? null : (desk.view.get('customer', parentId)?.row ?? null),
    members:
      customerId === null
        ? []
        : rowsOf(desk.view.where('household_member', 'household_id', customerId))
            .toSorted((a, b) => a.position - b.position)
            .map(({ name }) => name),
  }
}

/** A customer and who answers for it: of a branch the company, whose signatory and credit count. */
function answeringFor(desk: Desk, customerId: string): readonly string[] {
  const parentId = desk.view.get('company', customerId)?.row.parent_id ?? null
  return parentId === null ? [customerId] : [customerId, parentId]
}

function decisionOf(desk: Desk, caseId: Id, customerId: string | null, today: IsoDate): Seen<'credit_decision'> | null {
  if (customerId === null) return null
  const all = answeringFor(desk, customerId).flatMap((id) => desk.view.where('credit_decision', 'customer_id', id))
  const own = latest(
    all.filter(({ row }) => row.case_id === caseId),
    ({ row }) => row.decided_at,
  )
  return (
    own ??
    latest(
      all.filter(({ row }) => row.state === 'final' && row.valid_until >= today),
      ({ row }) => row.decided_at,
    )
  )
}

function evidenceOf(
  desk: Desk,
  caseId: Id,
  customerId: string | null,
  today: IsoDate,
): Seen<'identity_evidence'> | null {
  if (customerId === null) return null
  const all = answeringFor(desk, customerId).flatMap((id) => desk.view.where('identity_evidence', 'customer_id', id))
  const own = latest(
    all.filter(({ row }) => row.case_id === caseId),
    ({ row }) => row.recorded_at,
  )
  return (
    own ??
    latest(
      all.filter(({ row }) => row.state === 'valid' && row.expiry_date >= today),
      ({ row }) => row.recorded_at,
    )
  )
}

/** The number held for the case: the order's once sent, else the one chosen last, else the signed one; null when none is ours. */
function reservationOf(
  desk: Desk,
  caseId: Id,
  order: OrderRow | null,
  terms: ContractTerms | null,
  { offer }: StepFields,
): Seen<'phone_number'> | null {
  const isOurs = ({ row }: Seen<'phone_number'>): boolean =>
    row.case_id === caseId || (order !== null && row.state === 'assigned')
  const candidates = order ? [order.msisdn] : [offer.msisdn, terms?.msisdn]
  const seen = candidates.flatMap((msisdn) => (msisdn ? (desk.view.get('phone_number', msisdn) ?? []) : []))
  return seen.find(isOurs) ?? null
}

function contactsOf(desk: Desk, caseId: Id, customerId: string | null): readonly ContactRow[] {
  const all = [
    ...desk.view.where('contact', 'case_id', caseId),
    ...(customerId === null ? [] : desk.view.where('contact', 'customer_id', customerId)),
  ]
  const byId = new Map(all.map(({ row }) => [row.id, row]))
  return [...byId.values()].toSorted((a, b) => b.at - a.at)
}

function noteOf(drafts: readonly Draft[]): string | undefined {
  const note = drafts.find((draft) => draft.step === 'note')?.fields['note']
  return typeof note === 'string' ? note : undefined
}

function parsedFields(row: CaseStepRow): Readonly<Record<string, Json>> {
  const value = parsedJson(row.fields)
  // an object of JSON values; each one is parsed by its field's schema before it is used
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {}
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function latest<T>(rows: readonly T[], at: (row: T) => number): T | null {
  return rows.reduce<T | null>((best, row) => (best === null || at(row) >= at(best) ? row : best), null)
}

function rowsOf<T extends MirrorTableName>(seen: readonly Seen<T>[]): readonly MirrorRow<T>[] {
  return seen.map(({ row }) => row)
}
