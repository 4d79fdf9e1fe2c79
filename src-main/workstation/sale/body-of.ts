import type { OutboxItem } from '#main/workstation/desk.ts'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import { commands } from '#shared/contract/commands.ts'

/** The body of a command of one type; undefined when it is of another type or of a version this one cannot read. */
export function bodyOf<T extends CommandType>(item: OutboxItem, type: T): CommandBody<T> | undefined {
  if (item.type !== type) return undefined
  const parsed = commands[type].body.safeParse(item.body)
  // parsed by the schema of this very type
  return parsed.success ? (parsed.data as CommandBody<T>) : undefined
}
