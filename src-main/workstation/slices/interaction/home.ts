import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { CaseLine } from '#shared/domain/interaction/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'
import { say } from '#shared/kernel/sentence.ts'
import { caseCustomerName, caseTitle } from '#main/workstation/sale/case-title.ts'
import { isClosed } from '#main/workstation/sale/finish-step.ts'
import { isUndecided, isUnresolved } from '#main/workstation/sale/marks.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

const openShown = 40
const closedShown = 5

/** Home: how many customers are on this desk, and my cases, the latest first; the last closed ones stay in sight. */
export const home = defineDeskHandler('interaction.home', (desk) => {
  const [counted] = desk.view.sql<{ readonly n: number }>('select customers as n from sync_state')
  const customers = (counted?.n ?? 0) + desk.view.pendingRows('customer').length
  const userId = desk.session()?.userId
  const lines = (userId === undefined ? [] : myCaseIds(desk, userId)).flatMap((id) => {
    const facts = readCase(desk, id)
    return facts && isMine(facts.row, userId ?? '', desk.now()) ? [lineOf(facts, userId ?? '')] : []
  })
  const byTime = lines.toSorted((a, b) => b.updatedAt - a.updatedAt)
  const closed = byTime.filter((line) => line.isClosed).slice(0, closedShown)
  return ok({ customers, cases: byTime.filter((line) => !line.isClosed || closed.includes(line)).slice(0, openShown) })
})

function myCaseIds(desk: Desk, userId: Id): readonly Id[] {
  const find = (states: string, limit: number): readonly Id[] =>
    desk.view
      .sql<{ readonly id: Id }>(
        `select id from service_case where owner_id = ? and state in (${states}) order by updated_at desc limit ${limit}`,
        userId,
      )
      .map(({ id }) => id)
  const pending = desk.view.pendingRows('service_case').filter(({ row }) => isMine(row, userId, desk.now()))
  // handed over on this desk a moment ago, here to the person who sits down now
  const changed = [...desk.view.pendingChanges('service_case')].flatMap(([id, set]) =>
    set.owner_id === userId || set.handed_by_id === userId ? [id] : [],
  )
  const handed = desk.view.sql<{ readonly id: Id }>(
    'select id from service_case where handed_by_id = ? and owner_id <> ? and handed_at > ?',
    ...[userId, userId, desk.now() - handedMs],
  )
  return [
    ...new Set([
      ...pending.map(({ row }) => row.id),
      ...changed,
      ...handed.map(({ id }) => id),
      ...find(`'open', 'waiting', 'toSign'`, openShown),
      ...find(`'done', 'abandoned'`, closedShown),
    ]),
  ]
}

/** Own cases, and those one gave to a colleague in this shift: both see whose it is. */
function isMine(row: CaseFacts['row'], userId: Id, now: number): boolean {
  return row.owner_id === userId || (row.handed_by_id === userId && (row.handed_at ?? 0) > now - handedMs)
}

/** How long a case handed over stays in the sight of who gave it: a shift, and the next morning. */
const handedMs = 16 * 60 * 60_000

function lineOf(facts: CaseFacts, userId: Id): CaseLine {
  const state = facts.row.owner_id === userId ? stateOf(facts) : 'waits'
  return {
    caseId: facts.row.id,
    customerName: caseCustomerName(facts),
    title: caseTitle(facts),
    state,
    stateText: stateText(facts, state, userId),
    updatedAt: Math.max(facts.row.updated_at, ...facts.drafts.map((draft) => draft.savedAt)),
    isClosed: isClosed(facts.row.state),
  }
}

function stateText(facts: CaseFacts, state: CaseLine['state'], userId: Id): CaseLine['stateText'] {
  const { owner_id: ownerId, owner_name: owner, handed_by: by, handed_at: at, writer_since: since } = facts.row
  if (ownerId !== userId) return say('case.state.handedTo', { name: owner })
  // taken up since: from then on it is a case like any other
  const isFresh = by !== '' && (state === 'open' || state === 'desk') && since <= (at ?? 0)
  return isFresh ? say('case.state.handedBy', { name: by }) : say(`case.state.${stateKey(facts, state)}`)
}

function stateOf(facts: CaseFacts): CaseLine['state'] {
  if (facts.commands.some(isUnresolved)) return 'needsYou'
  if (facts.tasks.some((task) => task.state === 'held')) return 'stuck'
  if (facts.tasks.some((task) => task.is_late === 1 && task.ended_at === null)) return 'late'
  if (facts.commands.some(isUndecided)) return 'desk'
  if (isClosed(facts.row.state)) return 'confirmed'
  return facts.order ? 'waits' : 'open'
}

function stateKey(facts: CaseFacts, state: CaseLine['state']): string {
  if (state === 'confirmed') return facts.order?.row.state === 'completed' ? 'active' : facts.row.state
  return state === 'open' && facts.row.state === 'toSign' ? 'toSign' : state
}
