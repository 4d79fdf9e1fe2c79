import type { OutboxItem } from '#main/workstation/desk.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { isOneOf, supervising } from '#shared/domain/staff/roles.ts'
import { caseOfCommand } from './case-of-command.ts'
import type { Waiting } from './waiting.ts'

/** Whether two held commands are one matter: what one person entered at one desk in one case, or in none. */
export function isHeldWith(item: OutboxItem, other: OutboxItem): boolean {
  if (!item.isHeld || !other.isHeld) return false
  const isSame = item.deviceId === other.deviceId && item.actorName === other.actorName
  return isSame && caseOfCommand(item) === caseOfCommand(other)
}

/** All that is held with a command, itself among it, in the order it was entered. */
export function heldWith(one: Waiting, all: readonly Waiting[]): readonly Waiting[] {
  return all.filter(({ item }) => isHeldWith(one.item, item)).toSorted((a, b) => a.item.deviceSeq - b.item.deviceSeq)
}

/** Why it is held, or what an approval of one of them met: the first that says more speaks for all. */
export function nowSaid(group: readonly Waiting[]): OutboxItem {
  const items = group.map(({ item }) => item)
  const said = items.find(({ code }) => !heldCodes.has(code)) ?? items[0]
  if (!said) throw new Error('a matter of nothing')
  return said
}

const heldCodes: ReadonlySet<string> = new Set(['DEVICE_REVOKED', 'USER_REVOKED', 'OVERRIDE_NEEDS_SUPERVISOR'])

/** Why who sits here may not approve it: it is the own entry, or the role does not allow it. */
export function approvalOff({ task }: Waiting, session: Session | undefined): 'own' | 'role' | null {
  if (!session || !isOneOf(session.role, supervising)) return 'role'
  return task?.actor_id === session.userId ? 'own' : null
}
