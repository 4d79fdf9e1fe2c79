import type { Desk } from '#main/workstation/desk.ts'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { bodyOf } from './body-of.ts'

/**
 * What a form's command was captured with when it was sent before and its answer was lost: the form makes the id, and the
 * command has the same one. Undefined at the first try.
 */
export function doneBefore<T extends CommandType>(
  { outbox }: Pick<Desk, 'outbox'>,
  id: Id | undefined,
  type: T,
): CommandBody<T> | undefined {
  const item = id === undefined ? undefined : outbox.get(id)
  return item && bodyOf(item, type)
}
