import type { OutcomeRow } from '#shared/contract/mirror.ts'
import type { PushResult } from '#shared/contract/wire.ts'
import type { CommandStore, Decision } from '../db/commands.ts'
import type { View } from '../desk.ts'

const states = ['applied', 'rejected', 'conflict', 'needsApproval'] as const

/** Keeps what the feed says the core decided. A result of a newer core that this version does not know is left open. */
export function decideFromFeed(commands: Pick<CommandStore, 'decide'>, outcomes: readonly OutcomeRow[]): void {
  for (const outcome of outcomes) {
    const decision = decisionOf(outcome)
    if (decision) commands.decide(decision)
  }
}

/**
 * At a start and after a load: looks up in the mirror every command whose outcome the outbox has not yet seen there. A
 * mirror of another epoch than the core's last says nothing: what it knows of may not have outlived the restore, and the
 * commands are on their way again (fault 33).
 */
export function decideFromMirror(
  commands: Pick<CommandStore, 'decide' | 'unsettledIds'>,
  view: View,
  epoch: string | undefined,
  inTransaction: (work: () => void) => void,
): void {
  const [mirror] = view.sql<{ readonly epoch: string }>('select epoch from sync_state')
  if (mirror?.epoch !== epoch) return
  const outcomes = commands
    .unsettledIds()
    .flatMap((id) => view.sql<OutcomeRow>('select * from command_outcome where id = ?', id))
  if (outcomes.length > 0) inTransaction(() => decideFromFeed(commands, outcomes))
}

function decisionOf(row: OutcomeRow): Decision | undefined {
  const state = states.find((one) => one === row.result)
  if (!state) return undefined
  const { id, code, details, snapshot, choices, decided_at: decidedAt, resolved_by: resolvedBy } = row
  return { id, state, code, details, snapshot, choices, decidedAt, isSettled: true, resolvedBy }
}

/** What the core answered a push with, or its ledger says, as the outbox keeps it; the mirror does not show it yet. */
export function decisionFromResult(
  result: Exclude<PushResult, { result: 'blocked' | 'unknownType' }>,
  decidedAt: number,
): Decision {
  const isConflict = result.result === 'conflict'
  return {
    id: result.id,
    state: result.result,
    code: result.result === 'applied' ? '' : result.code,
    details: JSON.stringify(result.result === 'applied' ? {} : result.details),
    snapshot: JSON.stringify(isConflict ? result.snapshot : {}),
    choices: JSON.stringify(isConflict ? result.choices : []),
    decidedAt,
    isSettled: false,
  }
}
