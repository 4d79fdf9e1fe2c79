import type { Seen } from '#main/workstation/desk.ts'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { creditStateKey } from '#shared/domain/adjustment/states.ts'
import { contractTermsSchema } from '#shared/domain/contract/commands.ts'
import type { HistoryEntry } from '#shared/domain/interaction/customer-view.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { dayNumber } from '#shared/kernel/date.ts'
import { say } from '#shared/kernel/sentence.ts'

type Many<T extends MirrorTableName> = readonly Seen<T>[]

export interface HistoryParts {
  readonly customer: Seen<'customer'>
  readonly contacts: Many<'contact'>
  readonly cases: Many<'service_case'>
  readonly orders: Many<'product_order'>
  readonly agreements: Many<'agreement'>
  readonly payments: Many<'payment'>
  /** Money for bills. */
  readonly billPayments: Many<'bill_payment'>
  readonly tickets: Many<'ticket'>
  readonly evidence: Many<'identity_evidence'>
  readonly decisions: Many<'credit_decision'>
  readonly callBacks: Many<'call_back'>
  readonly messages: Many<'message'>
  readonly disputes: Many<'dispute'>
  readonly adjustments: Many<'adjustment'>
}

/** A customer's history from first inquiry (as `withFirstInquiry` has it) to now, newest first. Pure; `planNames`: JSON by language, by offer. */
export function historyOf(parts: HistoryParts, planNames: ReadonlyMap<string, string>): HistoryEntry[] {
  const plan = (offerId: string): string => planNames.get(offerId) ?? ''
  const entries = [
    ...parts.contacts.map(contactEntry),
    ...parts.orders.map(({ row, mark }) =>
      entry('order', row, row.submitted_at, mark, {
        title: say('history.order', { plan: plan(row.offer_id) }),
        second: say(`order.state.${row.state}`),
        caseId: row.case_id,
      }),
    ),
    ...parts.agreements.map((seen) => agreementEntry(seen, plan)),
    ...parts.payments.map(({ row, mark }) =>
      entry('payment', row, row.taken_at, mark, {
        title: say(`history.payment.${row.method}`),
        second: say('history.by', { name: row.taken_by }),
        amountMinor: row.amount_minor,
        caseId: row.case_id,
        topUp: row.top_up_minor > 0 ? { disputeId: disputeOf(row.id, parts.disputes) } : null,
      }),
    ),
    ...parts.billPayments.map(({ row, mark }) =>
      entry('payment', row, row.taken_at === 0 ? dayNumber(row.taken_on) * 86_400_000 : row.taken_at, mark, {
        title: say(`history.payment.${row.way}`),
        second: row.taken_by === '' ? null : say('history.by', { name: row.taken_by }),
        note: row.reference,
        amountMinor: row.amount_minor,
      }),
    ),
    ...parts.tickets.map(({ row, mark }) =>
      entry('ticket', row, row.started_at, mark, {
        title: say('history.ticket', { summary: row.summary }),
        second: say(`ticket.state.${row.state}`),
        note: row.note,
        caseId: row.case_id,
      }),
    ),
    ...parts.evidence.map(({ row, mark }) =>
      entry('evidence', row, row.recorded_at, mark, {
        title: say(`history.evidence.${row.kind}`),
        second: say(`history.evidence.${row.state}`, { name: row.recorded_by }),
        caseId: row.case_id,
      }),
    ),
    ...parts.decisions.map(({ row, mark }) =>
      entry('credit', row, row.decided_at, mark, {
        title: say(row.state === 'final' ? 'history.credit' : 'history.credit.provisional', { class: row.class }),
        caseId: row.case_id,
      }),
    ),
    ...parts.callBacks.map(({ row, mark }) =>
      entry('callBack', row, row.made_at, mark, {
        title: say(`history.callBack.${row.state}`, { at: row.due_at }),
        second: say('history.by', { name: row.owner_name }),
        note: row.note,
        caseId: row.case_id,
      }),
    ),
    ...parts.messages.map(({ row, mark }) =>
      entry('message', row, row.sent_at ?? row.queued_at, mark, {
        title: say(`message.template.${row.template}`),
        second: say(`message.${row.channel}.${row.state}`, { cause: `message.cause.${row.cause}` }),
        channel: row.channel,
        caseId: row.case_id,
      }),
    ),
    ...parts.disputes.map(({ row, mark }) =>
      entry('dispute', row, row.filed_at, mark, {
        title: say('history.dispute', { reference: row.reference }),
        second: say(`dispute.state.${row.state}`),
        amountMinor: row.claimed_minor,
        caseId: row.case_id,
      }),
    ),
    ...parts.adjustments
      .filter(({ row }) => row.dispute_id === null)
      .map(({ row, mark }) =>
        entry('adjustment', row, row.asked_at, mark, {
          title: say(row.kind === 'charge' ? 'history.charge' : 'history.goodwill', { reference: row.reference }),
          second: say(row.kind === 'charge' ? `charge.state.${row.state}` : creditStateKey(row)),
          note: row.note,
          amountMinor: row.amount_minor,
          caseId: row.case_id,
        }),
      ),
    ...milestones(parts),
  ]
  // of one moment, the first inquiry is the oldest and what followed from it stands above
  return entries.toSorted((a, b) => b.at - a.at || Number(a.isMile) - Number(b.isMile))
}

/** The newest dispute of a top-up that was not taken back. */
function disputeOf(paymentId: string, disputes: Many<'dispute'>): string | null {
  const own = disputes.filter(({ row }) => row.payment_id === paymentId && row.state !== 'withdrawn')
  return own.toSorted((a, b) => b.row.filed_at - a.row.filed_at)[0]?.row.id ?? null
}

function contactEntry({ row, mark }: Seen<'contact'>): HistoryEntry {
  const outcome = row.outcome === '' ? null : say(`outcome.${row.outcome}`)
  return entry('contact', row, row.at, mark, {
    title: say(row.direction === 'outbound' ? 'history.contactOut' : 'history.contact', {
      channel: `channel.${row.channel}`,
      about: row.summary,
    }),
    second: outcome ?? say('history.by', { name: row.by_name }),
    note: row.note,
    channel: row.channel,
    caseId: row.case_id,
  })
}

function agreementEntry({ row, mark }: Seen<'agreement'>, plan: (offerId: string) => string): HistoryEntry {
  const terms = contractTermsSchema.safeParse(parsed(row.terms)).data
  return entry('agreement', row, row.signed_at, mark, {
    title: say(row.parent_id === null ? 'history.agreement' : 'history.addendum', { reference: row.reference }),
    second: terms ? say('history.agreement.plan', { plan: plan(terms.planId) }) : null,
    amountMinor: terms?.monthlyMinor ?? null,
    caseId: row.case_id,
    isMile: row.parent_id === null,
  })
}

function milestones({ customer: { row, mark } }: HistoryParts): readonly HistoryEntry[] {
  const active = row.active_since
  return [
    ...(active === null
      ? []
      : [entry('active', { id: `${row.id}:active` }, active, mark, { title: say('history.active'), isMile: true })]),
    entry('firstInquiry', { id: `${row.id}:first` }, row.first_inquiry_at, mark, {
      title: say('history.firstInquiry'),
      isMile: true,
    }),
  ]
}

type Said = Partial<Omit<HistoryEntry, 'id' | 'at' | 'kind' | 'isPending' | 'title'>> & { readonly title: Sentence }

function entry(
  kind: HistoryEntry['kind'],
  { id }: { readonly id: string },
  at: number,
  mark: Seen<'customer'>['mark'],
  said: Said,
): HistoryEntry {
  const plain = {
    channel: '',
    second: null,
    note: '',
    amountMinor: null,
    caseId: null,
    topUp: null,
    isMile: false,
  } as const
  return { id, at, kind, isPending: mark.state === 'desk', ...plain, ...said }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
