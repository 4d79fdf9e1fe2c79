import type { OutboxItem } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** The case a command works on; undefined for commands of no case (a repaired task, a decided check). */
export function caseOfCommand(item: OutboxItem): Id | undefined {
  return item.touches.find((aggregate) => aggregate.startsWith('case:'))?.slice('case:'.length)
}
