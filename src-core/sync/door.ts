import type { Kysely } from 'kysely'
import type { CommandType } from '#shared/contract/commands.ts'
import { commandDefinition } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { isOneOf, roles } from '#shared/domain/staff/roles.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { CommandDefinition } from '#shared/kernel/command.ts'
import { bodyHashOf } from '#shared/node/crypto.ts'
import type { AppUser, CoreDatabase, Device } from '../db/schema.ts'

/** Brings a body of an older version of its command to the newest; queued bodies are never rewritten on the desk. */
export type Upcast = (body: Json, from: number) => Json

/** Upcasts by type of command; none is needed yet, every command is in its first version. */
const upcasts: Readonly<Partial<Record<CommandType, Upcast>>> = {}

/**
 * The body of a command as this version of the core knows it: hash compared, older versions brought up, parsed by the
 * command's own schema. Refuses with BODY_HASH_DIFFERS or BODY_INVALID (with the first wrong field).
 */
export function bodyOf(command: Command, type: CommandType): Result<unknown> {
  return bodyBy(command, commandDefinition(type), upcasts[type])
}

/** As `bodyOf`, by a definition and an upcast that are given. */
export function bodyBy(
  command: Pick<Command, 'body' | 'bodyHash' | 'version'>,
  definition: Pick<CommandDefinition<unknown>, 'version' | 'body'>,
  upcast: Upcast | undefined,
): Result<unknown> {
  // a parsed command's body is JSON by its schema
  const body = command.body as Json
  if (bodyHashOf(body) !== command.bodyHash) return refuse('BODY_HASH_DIFFERS')
  if (command.version > definition.version) return refuse('BODY_INVALID', { field: 'version' })
  const current = command.version < definition.version && upcast ? upcast(body, command.version) : body
  const parsed = definition.body.safeParse(current)
  if (parsed.success) return ok(parsed.data)
  return refuse('BODY_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

/** The command's own actor as the core knows the person now; undefined for an unknown one. */
export async function actorOf(db: Kysely<CoreDatabase>, command: Command): Promise<AppUser | undefined> {
  return db.selectFrom('app_user').selectAll().where('id', '=', command.actor.userId).executeTakeFirst()
}

/** Whether a person may send a type of command from a desk, by the role and the market the core holds now. */
export function isAllowed(actor: AppUser, type: CommandType, device: Device): boolean {
  const role = roles.find((each) => each === actor.role)
  if (role === undefined || actor.scope !== device.scope) return false
  // a definition's roles are names of roles; its type has forgotten that
  return isOneOf(role, commandDefinition(type).roles as readonly Role[])
}
