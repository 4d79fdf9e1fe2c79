import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { namesOf } from '#shared/domain/catalogue/names.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { OverrideView } from '#shared/domain/credit/contract.ts'
import type { SaleFacts } from '#shared/domain/interaction/sale.ts'
import { saleStepViews } from '#shared/domain/interaction/sale.ts'
import { recipeNames } from '#shared/domain/interaction/recipes.ts'
import { caseStates } from '#shared/domain/interaction/states.ts'
import { channels } from '#shared/domain/interaction/steps.ts'
import { mayWrite } from '#shared/domain/interaction/writer.ts'
import { judgeNextBill } from '#shared/domain/payment/payment-rules.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { confirmedOf, isUnresolved, marksOf } from './marks.ts'
import { mattersOf } from './matters.ts'
import { onlyHereOf } from './only-here.ts'
import { nextBillFactsOf } from './next-bill.ts'
import { messagesSeen } from './messages-seen.ts'
import type { CaseFacts } from './read-case.ts'
import { signingOf } from './signing.ts'

/** What the desk knows beside the case itself. */
export interface Surroundings {
  readonly businessDate: IsoDate
  readonly policies: Policies | undefined
  /** When the desk last knew its price list to be the core's; null before the first load. */
  readonly dataAsOf: Instant | null
  readonly deviceId: Id
  readonly override: OverrideView
  /** Who looks at it. */
  readonly userId: Id | undefined
}

/** The screen of one case from its facts. Pure: every rule in it is the shared one. */
export function assembleCaseView(facts: CaseFacts, around: Surroundings): CaseView {
  const { row } = facts
  const savedAts = facts.drafts.map((draft) => draft.savedAt)
  return {
    caseId: row.id,
    reference: row.reference,
    recipe: recipeNames.find((name) => name === row.recipe) ?? 'sale',
    state: caseStates.find((state) => state === row.state) ?? 'open',
    channel: channelOf(row.channel),
    openedAt: row.opened_at,
    openedBy: row.owner_name,
    note: facts.note,
    businessDate: around.businessDate,
    fields: facts.fields,
    fieldsSavedAt: savedAts.length === 0 ? null : Math.max(...savedAts),
    steps: [...saleStepViews(saleFactsOf(facts, around))],
    marks: marksOf(facts),
    customer: facts.customer,
    company: facts.company,
    parent: facts.parent,
    members: [...facts.members],
    services: [...facts.services],
    contacts: [...facts.contacts],
    reservation: facts.reservation?.row ?? null,
    evidence: facts.evidence?.row ?? null,
    decision: facts.decision?.row ?? null,
    override: around.override,
    agreement: facts.agreement?.row ?? null,
    addendum: facts.addendum,
    payment: facts.payment?.row ?? null,
    order: facts.order?.row ?? null,
    tasks: [...facts.tasks],
    sim: facts.sim,
    quote: facts.quote,
    priceListAt: facts.priceList === null ? null : (around.dataAsOf ?? facts.priceList.issued_at),
    planName: facts.plan === null ? null : { ...namesOf(facts.plan.name) },
    plan: facts.plan,
    device: facts.device,
    nextBillOff: nextBillOff(facts, around.policies),
    ...(around.policies && {
      seller: { operator: around.policies.market.operator, place: around.policies.market.place },
    }),
    writer: {
      isHere: mayWrite(row, around.deviceId),
      name: row.writer_name,
      deskName: row.writer_desk,
      since: row.writer_since,
      wasHere: facts.commands.some((item) => item.deviceId === undefined && item.type !== 'interaction.takeOverCase'),
    },
    signing: signingOf(facts, around),
    messages: messagesSeen(facts.messages),
    handedOver:
      row.handed_by === ''
        ? null
        : {
            by: row.handed_by,
            to: row.owner_name,
            at: row.handed_at ?? row.updated_at,
            note: row.handed_note,
            isToMe: row.owner_id === around.userId,
          },
    onlyHere: [...onlyHereOf(facts, around.deviceId)],
    confirmed: confirmedOf(facts.commands),
    needsYou: mattersOf(facts.commands.filter(isUnresolved))
      .toReversed()
      .map(({ id, code, details }) => ({ commandId: id, code, details })),
  }
}

function nextBillOff(facts: CaseFacts, policies: Policies | undefined): Sentence | null {
  if (!policies) return say('nextBill.off.NEXT_BILL_CLASS')
  const judged = judgeNextBill(nextBillFactsOf(facts, facts.terms, policies))
  return judged.ok ? null : say(`nextBill.off.${judged.error.code}`)
}

/** The facts of a case as the shared rules of the sale want them. */
export function saleFactsOf(
  facts: CaseFacts,
  { businessDate, policies }: Pick<Surroundings, 'businessDate' | 'policies'>,
): SaleFacts {
  return {
    caseId: facts.row.id,
    channel: channelOf(facts.row.channel),
    fields: facts.fields,
    marks: marksOf(facts),
    customer: facts.customer,
    plan: facts.plan,
    reservation: facts.reservation?.row ?? null,
    evidence: facts.evidence?.row ?? null,
    decision: facts.decision?.row ?? null,
    agreement: facts.agreement?.row ?? null,
    payment: facts.payment?.row ?? null,
    order: facts.order?.row ?? null,
    tasks: facts.tasks,
    quote: facts.quote,
    signing: signingOf(facts, { businessDate, policies }),
    businessDate,
    minimumAge: policies?.identity.minimumAge ?? 18,
    acceptSpecimen: policies?.market.specimenDocuments ?? false,
  }
}

function channelOf(text: string): CaseView['channel'] {
  return channels.find((channel) => channel === text) ?? 'walkIn'
}
