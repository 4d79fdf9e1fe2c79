import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { DecisionTaskRow } from '#shared/domain/interaction/rows.ts'
import type { TrailEntry, TrailFact } from '#shared/domain/interaction/trail.ts'
import { toldEntry, toldOf } from '#shared/domain/interaction/trail.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * Who did what to a case, newest last: as the core has it on record, and after it what only this desk has; without the
 * core what this desk and its mirror know.
 */
export const caseTrail = defineDeskHandler('interaction.caseTrail', async (desk, { caseId }) => {
  const known = desk.view.get('service_case', caseId)
  if (!known) return refuse('CASE_UNKNOWN')
  const told = await desk.fetchTrail(caseId)
  const own = ownFacts(desk, caseId)
  const unsent = own.filter(({ isHere }) => isHere).map(({ fact }) => toldEntry(fact, true))
  if (told) return ok({ isWhole: true, entries: [...told.map((fact) => toldEntry(fact, false)), ...unsent] })
  const decided = own.filter(({ isHere }) => !isHere).map(({ fact }) => toldEntry(fact, false))
  const others = othersFacts(
    desk,
    caseId,
    own.map(({ fact }) => fact),
  ).map((fact) => toldEntry(fact, false))
  const byTime = (a: TrailEntry, b: TrailEntry): number => a.at - b.at
  return ok({ isWhole: false, entries: [...[...decided, ...others].sort(byTime), ...unsent] })
})

const undecided: readonly string[] = ['captured', 'sending', 'blocked', 'quarantined']

/** What was captured on this desk, decided or not. */
function ownFacts(desk: Desk, caseId: Id): readonly { readonly fact: TrailFact; readonly isHere: boolean }[] {
  const place = desk.session()?.deskName ?? ''
  return desk.outbox
    .touching(`case:${caseId}`)
    .filter((item) => item.deviceId === undefined || item.deviceId === desk.deviceId)
    .flatMap((item) => {
      const { told, words } = toldOf(item.type, item.body)
      const task = desk.view.get('decision_task', item.id)?.row
      const decided = task?.resolved_at == null ? undefined : task
      const isHeld = decided?.resolved_type === 'interaction.approveHeld'
      const fact: TrailFact = {
        ...{ id: item.id, at: item.capturedAt, type: item.type, code: item.code, details: {}, told, words, of: null },
        ...{ name: item.actorName, place, result: isHeld ? 'needsApproval' : item.state },
      }
      const own = { isHere: undecided.includes(item.state), fact }
      return decided ? [own, { isHere: false, fact: decisionFact(decided, fact) }] : [own]
    })
}

/** Who decided about a command of this desk, as its task says. */
function decisionFact(task: DecisionTaskRow, about: TrailFact): TrailFact {
  const { id, resolved_at: at, resolved_type: type, resolved_name: name, resolved_desk: place } = task
  return {
    ...{ id: `decided:${id}`, at: at ?? about.at, type, name, place, result: 'applied', code: '', details: {} },
    ...{ told: {}, words: '', of: { type: about.type, words: about.words } },
  }
}

/** What the mirror tells of other desks: who began the case, and whose steps stand in it. */
function othersFacts(desk: Desk, caseId: Id, own: readonly TrailFact[]): readonly TrailFact[] {
  const plain = { result: 'applied', code: '', details: {}, words: '', of: null } as const
  const contacts = desk.view.where('contact', 'case_id', caseId).map(({ row }) => row)
  const [first] = [...contacts].sort((a, b) => a.at - b.at)
  const began =
    first && !own.some(({ type }) => type === 'interaction.openCase')
      ? [
          {
            ...plain,
            id: first.id,
            at: first.at,
            type: 'interaction.openCase',
            name: first.by_name,
            place: '',
            told: {},
          },
        ]
      : []
  const isOwn = new Set(own.filter(({ type }) => type === 'interaction.saveCaseStep').map(({ at }) => at))
  const steps = desk.view
    .where('case_step', 'case_id', caseId)
    .map(({ row }) => row)
    .filter((row) => !isOwn.has(row.saved_at))
    .map(({ id, saved_at: at, saved_by: name, step, state }) => ({
      ...{ ...plain, id, at, type: 'interaction.saveCaseStep', name, place: '', told: { step, state } },
    }))
  return [...began, ...steps]
}
