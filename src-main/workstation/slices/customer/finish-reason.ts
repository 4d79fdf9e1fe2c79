import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import { mayPay } from '#shared/domain/customer/states.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { canonicalJson } from '#shared/kernel/canonical.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { StepWork } from '#main/workstation/sale/finish-step.ts'
import { beginStep, incomplete, standing } from '#main/workstation/sale/finish-step.ts'
import { judgeCompany } from './judge-company.ts'
import { judgeMembers, judgePerson } from './judge-person.ts'

/** Version of the sentences a customer consents to under Reason; raised with their wording (GDPR Art. 7). */
const consentWording = '2026-10'

/** Finishes Reason: a customer found on this desk, or a person, household or company that becomes a prospect. */
export const finishReason = defineDeskHandler('customer.finishReason', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'reason')
  if (!begun.ok) return begun
  const work = begun.value
  if (work.isUnchanged) return ok({})
  const { reason } = work.facts.fields
  const payer = judgePayer(work)
  if (!payer.ok) return payer
  const chosen = reason.customerId ?? foundWithCase(work)
  if (work.facts.agreement && chosen !== null && chosen !== work.facts.row.customer_id)
    return incomplete('customerId', 'ALREADY_SIGNED')
  if (chosen !== null)
    return desk.view.get('customer', chosen) ? work.save(chosen) : incomplete('customerId', 'CUSTOMER_UNKNOWN')
  const judged = judgeParty(work)
  if (!judged.ok) return judged
  const { type, party } = judged.value
  const before = prospectOf(work)
  const changed = before?.type === type ? firstDifference(before.body, party) : 'familyName'
  if (before && changed === undefined) return work.save(before.body.customerId)
  if (before && work.facts.evidence) return incomplete(changed ?? 'familyName', 'PERSON_SET')
  return write(work, judged.value)
})

/** Whoever else is to pay is a customer on this desk and has agreed; a company's branch says it with its bills. */
function judgePayer({ desk, facts }: StepWork): Result<true, Refusal<'STEP_INCOMPLETE'>> {
  const { kind, paidBy, payerId, payerAgreed } = facts.fields.reason
  if (kind === 'company' || paidBy === 'customer') return ok(true)
  const row = payerId === null ? undefined : desk.view.get('customer', payerId)?.row
  if (!row || !mayPay(row)) return incomplete('payerFind', 'PAYER_MISSING')
  return payerAgreed ? ok(true) : incomplete('payerAgreed', 'PAYER_NOT_AGREED')
}

/** What was typed, as the command that makes a customer of it; ids, currency and consents come with the writing. */
type Judged =
  | { readonly type: 'customer.createProspect'; readonly party: Party<'customer.createProspect'> }
  | {
      readonly type: 'customer.createHousehold'
      readonly party: Party<'customer.createProspect'> & { readonly members: readonly string[] }
    }
  | { readonly type: 'customer.createCompany'; readonly party: Party<'customer.createCompany'> }

type Party<T extends 'customer.createProspect' | 'customer.createCompany'> = Omit<
  CommandBody<T>,
  'customerId' | 'caseId' | 'currency' | 'consents'
>

function judgeParty(work: StepWork): Result<Judged, Refusal<'STEP_INCOMPLETE'>> {
  const { reason } = work.facts.fields
  if (reason.kind === 'company') {
    const company = judgeCompany(work)
    return company.ok ? ok({ type: 'customer.createCompany', party: company.value }) : company
  }
  const person = judgePerson(reason, work.policies)
  if (!person.ok) return person
  if (reason.kind === 'individual') return ok({ type: 'customer.createProspect', party: person.value })
  const members = judgeMembers(reason.members)
  if (!members.ok) return members
  return ok({ type: 'customer.createHousehold', party: { ...person.value, members: members.value } })
}

function write(work: StepWork, judged: Judged) {
  const { reason } = work.facts.fields
  const customerId = work.idFor('customer', { ...judged.party } as Json) // what was judged is plain JSON
  const common = {
    customerId,
    caseId: work.facts.row.id,
    currency: work.policies.market.currency,
    consents: {
      bureau: reason.bureau,
      recording: reason.recording,
      sms: reason.sms,
      email: reason.emailConsent,
      profiling: reason.profiling,
      wording: consentWording,
    },
  }
  const created =
    judged.type === 'customer.createCompany'
      ? work.write(judged.type, { ...judged.party, ...common })
      : judged.type === 'customer.createProspect'
        ? work.write(judged.type, { ...judged.party, ...common })
        : work.write(judged.type, {
            ...judged.party,
            ...common,
            members: judged.party.members.map((name, place) => ({
              memberId: work.idFor('member', [customerId, place]),
              name,
            })),
          })
  return created.ok ? work.save(customerId) : created
}

/** A customer the case was opened with; a prospect of this very case may still be corrected. */
function foundWithCase(work: StepWork): string | null {
  const { customer } = work.facts
  return customer !== null && !prospectOf(work) && customer.state !== 'prospect' ? customer.id : null
}

const creating = ['customer.createProspect', 'customer.createHousehold', 'customer.createCompany'] as const

/** The prospect this case has made, by its command. */
function prospectOf({ facts }: StepWork): { readonly type: CommandType; readonly body: Made } | undefined {
  const id = facts.row.customer_id
  const items = creating.flatMap((type) => standing(facts, type) ?? [])
  // a body was parsed by its command's schema, and each of these holds the customer it makes
  const made = items.map(({ type, body }) => ({ type, body: body as unknown as Made }))
  return made.find(({ body }) => body.customerId === id) ?? made.at(-1)
}

type Made = Readonly<Record<string, Json>> & { readonly customerId: string }

/** The first field of what was judged that stands otherwise in the command before. */
function firstDifference(before: Made, now: object): string | undefined {
  return Object.entries(now).find(([name, value]) => textOf(before[name]) !== textOf(value))?.[0]
}

/** A member is compared by name: its id comes of itself. */
function textOf(value: unknown): string {
  const plain = Array.isArray(value) ? value.map((one: unknown) => (isNamed(one) ? one.name : one)) : value
  return canonicalJson((plain ?? null) as Json) // parts of bodies are JSON
}

function isNamed(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value
}
