import type { Desk } from '#main/workstation/desk.ts'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { GuideTarget, Story } from '#shared/domain/interaction/guide.ts'
import { storyReference } from '#shared/domain/interaction/guide.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { bodyOf } from './body-of.ts'

/** A step of a story as this desk sees it: whether it is done by now, and where it happens. */
export interface StoryStepFacts {
  readonly isDone: boolean
  readonly target: GuideTarget
}

type Steps = Readonly<Record<string, StoryStepFacts>>

/** The stories' steps, each judged by what the desk knows: nobody ticks anything off. */
export const storySteps: Readonly<Record<Story, (desk: Desk) => Steps>> = {
  specimen: (desk) => {
    const caseId = latestOwnCase(desk)
    const evidence = caseId === undefined ? [] : desk.view.where('identity_evidence', 'case_id', caseId)
    const order = caseId === undefined ? undefined : desk.view.where('product_order', 'case_id', caseId)[0]?.row
    const at = caseTarget(caseId)
    return {
      begin: { isDone: caseId !== undefined, target: newCase },
      plan: { isDone: isFinished(desk, caseId, 'offer'), target: at('offer') },
      passport: { isDone: evidence.length > 0, target: at('identity') },
      sign: { isDone: isSigned(desk, caseId), target: at('sign') },
      works: { isDone: order?.state === 'completed', target: at('activation') },
    }
  },
  cable: (desk) => {
    const isPulled = desk.status().isCablePulled
    const unsent = desk.outbox.unsent()
    const signed = unsent.filter(({ type }) => type === 'contract.signContract')
    // a case of before is finished already: what counts is what was done with the cable out
    const offered = unsent.some((item) => {
      const saved = bodyOf(item, 'interaction.saveCaseStep')
      return saved?.step === 'offer' && saved.state === 'finished'
    })
    const caseId = latestOwnCase(desk)
    const at = isSigned(desk, caseId) ? () => newCase : caseTarget(caseId)
    const wasPulled = desk.guide.done().includes('cable.sign')
    return {
      pull: { isDone: isPulled, target: { screen: 'cable' } },
      plan: { isDone: isPulled && offered, target: at('offer') },
      sign: { isDone: isPulled && signed.length > 0, target: at('sign') },
      plug: { isDone: wasPulled && !isPulled && desk.status().toSend === 0, target: { screen: 'toSend' } },
    }
  },
  conflict: (desk) => {
    const row = prepared(desk, storyReference.conflict)
    const target: GuideTarget = { screen: 'needsYou' }
    const numbers = row ? desk.view.where('phone_number', 'case_id', row.id) : []
    const order = row ? desk.view.where('product_order', 'case_id', row.id)[0] : undefined
    return {
      hold: { isDone: numbers.some((seen) => seen.row.state === 'reserved') || order !== undefined, target },
      agree: { isDone: order !== undefined, target },
      confirmed: { isDone: order?.mark.state === 'confirmed', target: caseTarget(row?.id)('activation') },
    }
  },
  portIn: (desk) => {
    const row = prepared(desk, storyReference.portIn)
    const portIn = row ? desk.view.where('port_in', 'case_id', row.id)[0]?.row : undefined
    const target = caseTarget(row?.id)('activation')
    return {
      look: { isDone: row !== undefined && isOpenHere(desk, row.id), target },
      again: { isDone: portIn !== undefined && portIn.tries > 1, target },
      scheduled: { isDone: ['scheduled', 'cutOver'].includes(portIn?.state ?? ''), target },
    }
  },
  company: (desk) => {
    const [parent] = desk.view.sql<{ readonly id: Id }>(
      'select parent_id as id from company where parent_id is not null order by id limit 1',
    )
    const caseId = ownCases(desk).find((one) => isBranch(desk, one.customer_id))?.id
    const order = caseId === undefined ? [] : desk.view.where('product_order', 'case_id', caseId)
    const at = caseTarget(caseId)
    return {
      branch: {
        isDone: caseId !== undefined,
        target: parent ? { screen: 'customer', customerId: parent.id } : { screen: 'home' },
      },
      plan: { isDone: isFinished(desk, caseId, 'offer'), target: at('offer') },
      sign: { isDone: isSigned(desk, caseId), target: at('credit') },
      order: { isDone: order.length > 0, target: at('payNow') },
    }
  },
  yesterday: (desk) => {
    const row = prepared(desk, storyReference.yesterday)
    const at = caseTarget(row?.id)
    return {
      look: { isDone: row !== undefined && isOpenHere(desk, row.id), target: at(null) },
      takeOver: { isDone: row?.writer_device === desk.deviceId, target: at(null) },
      offer: { isDone: isFinished(desk, row?.id, 'offer'), target: at('offer') },
    }
  },
}

const newCase: GuideTarget = { screen: 'newCase' }

/** The case where there is one; else where one begins. */
function caseTarget(caseId: Id | undefined): (step: SaleStep | null) => GuideTarget {
  return (step) => (caseId === undefined ? { screen: 'home' } : { screen: 'case', caseId, step })
}

/** Cases this desk's person began, the latest first; those prepared are not among them. */
function ownCases(desk: Desk): readonly MirrorRow<'service_case'>[] {
  const own = desk.session()?.userId ?? ''
  const rows = [
    ...desk.view.sql<MirrorRow<'service_case'>>(
      'select * from service_case where owner_id = ? order by opened_at desc limit 20',
      own,
    ),
    ...desk.view
      .pendingRows('service_case')
      .map(({ row }) => row)
      .filter(({ owner_id: owner }) => owner === own),
  ]
  const ofStories = Object.values(storyReference)
  return rows
    .filter(({ reference }) => !ofStories.some((end) => reference.endsWith(`-${end}`)))
    .toSorted((a, b) => b.opened_at - a.opened_at)
}

function latestOwnCase(desk: Desk): Id | undefined {
  return ownCases(desk)[0]?.id
}

/** A prepared case as the desk sees it, pending commands folded in. */
function prepared(desk: Desk, end: string): MirrorRow<'service_case'> | undefined {
  const [row] = desk.view.sql<{ readonly id: Id }>('select id from service_case where reference like ?', `__-${end}`)
  return row && desk.view.get('service_case', row.id)?.row
}

function isFinished(desk: Desk, caseId: Id | undefined, step: SaleStep): boolean {
  return caseId !== undefined && desk.view.get('case_step', `${caseId}:${step}`)?.row.state === 'finished'
}

function isSigned(desk: Desk, caseId: Id | undefined): boolean {
  return caseId !== undefined && desk.view.where('agreement', 'case_id', caseId).length > 0
}

function isOpenHere(desk: Desk, caseId: Id): boolean {
  const session = desk.session()
  return session !== undefined && desk.openWork.of(session.userId).cases.some((one) => one.caseId === caseId)
}

function isBranch(desk: Desk, customerId: Id | null): boolean {
  return customerId !== null && (desk.view.get('company', customerId)?.row.parent_id ?? null) !== null
}
