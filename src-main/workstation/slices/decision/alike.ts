import { defineDeskHandler } from '#main/workstation/desk.ts'
import { nameOf } from '#main/workstation/sale/name-of.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { AlikeItem } from '#shared/domain/dispute/decision-contract.ts'
import { ok } from '#shared/kernel/result.ts'
import { bestVerdict } from '#shared/domain/adjustment/best-verdict.ts'
import { decideOne } from './decide.ts'
import { claimsOf, readMatter } from './matter.ts'
import type { MatterRow } from './read-matters.ts'
import { matterOf, offOf, waitingMatters } from './read-matters.ts'

/**
 * Disputes just like one: the same reason, the same thing charged, small, all that is claimed recommended, and within the
 * authority of whoever sits here. The one itself is the first of them; fewer than two are none.
 */
export const alike = defineDeskHandler('decision.alike', async (desk, { kind, id }) => {
  const row = matterOf(desk, kind, id)
  const key = row && keyOf(desk, row)
  if (!row || key === undefined) return ok({ items: [] })
  const others = waitingMatters(desk).filter((one) => one.id !== id && keyOf(desk, one) === key)
  if (others.length === 0) return ok({ items: [] })
  const items: AlikeItem[] = []
  for (const one of [row, ...others.toSorted((a, b) => a.askedAt - b.askedAt)].slice(0, atMost)) {
    const item = await itemOf(desk, one)
    if (item) items.push(item)
  }
  const isAmong = items.some((item) => item.id === id)
  return ok({ items: isAmong && items.length > 1 ? items : [] })
})

/** Decides alike ones, each by a command of its own under one name, so that they are taken back together. */
export const decideAlike = defineDeskHandler('decision.decideAlike', async (desk, { items }) => {
  const groupId = desk.ids.next()
  let held = 0
  for (const item of items) {
    const done = await decideOne(desk, { ...item, preferred: [], note: '' }, groupId)
    if (done.ok) held += 1
  }
  return ok({ held, left: items.length - held })
})

const atMost = 20

/** What makes disputes alike; undefined for one that is decided by itself: a credit, of several lines, not small, or not ours to decide. */
function keyOf(desk: Desk, row: MatterRow): string | undefined {
  const limit = desk.policies()?.disputes.alikeMinor ?? 0
  if (row.kind !== 'dispute' || row.amountMinor > limit || row.signed !== null || offOf(desk, row) !== null)
    return undefined
  const [claim, second] = claimsOf(desk, row)
  const line = claim && second === undefined ? desk.view.get('bill_line', claim.lineId)?.row : undefined
  return line && `${row.reason} ${line.kind} ${line.name}`
}

async function itemOf(desk: Desk, row: MatterRow): Promise<AlikeItem | undefined> {
  const matter = await readMatter(desk, row, await desk.recounts.ask(row.billId))
  const session = desk.session()
  const policy = desk.policies()?.authority
  if (!matter || !session || !policy || matter.recommendation.amountMinor < matter.claimedMinor) return undefined
  const { facts, delegations, today } = matter
  const judged = bestVerdict({
    ...{ person: session, delegations, policy, facts, today },
    amountMinor: matter.claimedMinor,
  })
  if (judged?.verdict.kind !== 'within') return undefined
  return {
    ...{ kind: row.kind, id: row.id, request: row.request, amountMinor: row.amountMinor, reference: row.reference },
    customerName: nameOf(desk, row.customerId),
  }
}
