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
    return facts ? [lineOf(facts)] : []
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
  const pending = desk.view.pendingRows('service_case').filter(({ row }) => row.owner_id === userId)
  return [
    ...new Set([
      ...pending.map(({ row }) => row.id),
      ...find(`'open', 'waiting', 'toSign'`, openShown),
      ...find(`'done', 'abandoned'`, closedShown),
    ]),
  ]
}

function lineOf(facts: CaseFacts): CaseLine {
  const state = stateOf(facts)
  return {
    caseId: facts.row.id,
    customerName: caseCustomerName(facts),
    title: caseTitle(facts),
    state,
    stateText: say(`case.state.${stateKey(facts, state)}`),
    updatedAt: Math.max(facts.row.updated_at, ...facts.drafts.map((draft) => draft.savedAt)),
    isClosed: isClosed(facts.row.state),
  }
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
