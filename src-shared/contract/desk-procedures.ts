import { z } from 'zod'
import { guideSchema } from '#shared/domain/interaction/guide.ts'
import { leftSchema, sessionSchema, signInInput, signInRefusals, tileSchema } from '#shared/domain/staff/contract.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'
import {
  needsYouItemSchema,
  noticeSchema,
  startupSchema,
  statusSchema,
  toldItemSchema,
  toSendLineSchema,
} from './desk.ts'

/** What the desk tells of itself: its state, its files, the people who sit down at it. Answered by the workstation service. */
export const deskProcedures = {
  'desk.status': query(nothing, statusSchema),
  'desk.startup': query(nothing, startupSchema),
  /** What the desk must tell about its own files. */
  'desk.notices': query(nothing, z.object({ notices: z.array(noticeSchema) })),
  'desk.toSend': query(nothing, z.object({ lines: z.array(toSendLineSchema) })),
  'desk.needsYou': query(nothing, z.object({ items: z.array(needsYouItemSchema), told: z.array(toldItemSchema) })),
  /** Gives a command the core could not take in another try. */
  'desk.sendAgain': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  /** Has this desk's mirror compared with the core; the tables that differed are loaded anew by themselves. */
  'desk.compareMirror': command(nothing, z.object({ tables: z.array(z.string()) }), ['CORE_UNREACHABLE']),
  /** The stories of the demonstration and how far they are; no story where there is none. */
  'desk.guide': query(nothing, guideSchema),
  'desk.setCable': command(z.strictObject({ isPulled: z.boolean() }), done, ['NOT_DEMONSTRATION']),

  'staff.people': query(nothing, z.object({ people: z.array(tileSchema), businessDate: z.string().nullable() })),
  'staff.session': query(nothing, z.object({ session: sessionSchema.nullable(), left: leftSchema.nullable() })),
  'staff.signIn': command(signInInput, sessionSchema, signInRefusals),
  'staff.signOut': command(nothing, z.object({ unsent: z.int() })),
  /** Leaves the desk to whoever comes, for a moment: what is open stays the person's, and comes back with them. */
  'staff.lock': command(nothing, z.object({ unsent: z.int() })),
} as const
