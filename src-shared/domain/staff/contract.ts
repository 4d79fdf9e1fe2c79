import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedFilledLine } from '#shared/kernel/text-field.ts'
import { roleSchema } from './roles.ts'

/** A person who can be chosen by a tile; `story` names a sentence in text/. */
export const tileSchema = z.object({
  userId: idSchema,
  name: z.string(),
  role: roleSchema,
  seat: z.string(),
  story: z.string(),
})
export type Tile = z.infer<typeof tileSchema>

/** Who is at the desk. */
export const sessionSchema = z.object({
  userId: idSchema,
  name: z.string(),
  role: roleSchema,
  scope: z.string(),
  deskName: z.string(),
  signedInAt: z.int(),
})
export type Session = z.infer<typeof sessionSchema>

/** Who left this desk last, while nobody is at it: locked with work open, or signed out. */
export const leftSchema = z.object({ userId: idSchema, name: z.string(), at: z.int(), isLocked: z.boolean() })
export type Left = z.infer<typeof leftSchema>

export const signInInput = z.union([
  z.strictObject({ tile: idSchema }),
  z.strictObject({ name: typedFilledLine(80), password: z.string().min(1).max(200) }),
])

export const signInRefusals = [
  'SIGN_IN_WRONG',
  'SIGN_IN_LOCKED',
  'SIGN_IN_LOCKED_HERE',
  'CORE_UNREACHABLE',
  'CORE_DIFFERS',
  'DEVICE_UNKNOWN',
  'DEVICE_REVOKED',
  'USER_REVOKED',
  'LEASE_ENDED',
  'NOT_DEMONSTRATION',
] as const
