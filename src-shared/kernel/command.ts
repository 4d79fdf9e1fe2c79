import type { z } from 'zod'
import type { Instant } from './date.ts'
import type { Id } from './ids.ts'
import type { RowChange } from './table.ts'

/** What the fold may know besides the body: never a clock, never a random value. */
export interface CommandMeta {
  readonly id: Id
  readonly deviceId: Id
  readonly actorId: Id
  readonly actorName: string
  readonly deskName: string
  readonly scope: string
  readonly capturedAt: Instant
}

/** One kind of command: its body, who may send it, how it can be refused, what it touches and what the desk expects of it. */
export interface CommandDefinition<Body, Role extends string = string, Code extends string = string> {
  readonly version: number
  readonly body: z.ZodType<Body>
  readonly roles: readonly Role[]
  readonly refusals: readonly Code[]
  /** Aggregates the command locks and queues behind, e.g. `case:ID`, `number:+33...`. */
  readonly touches: (body: Body) => readonly string[]
  /** The rows as they will be if the core agrees: the optimistic view is mirror + these. */
  readonly predict: (body: Body, meta: CommandMeta) => readonly RowChange[]
}

/** Keeps the exact types of a command definition. */
export function defineCommand<Body, const Role extends string, const Code extends string>(
  definition: CommandDefinition<Body, Role, Code>,
): CommandDefinition<Body, Role, Code> {
  return definition
}
