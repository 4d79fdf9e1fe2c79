import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { detailsSchema } from '#shared/kernel/result.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { choiceSchema } from './wire.ts'

/** What the status line says; it is computed in one place and never lies. */
export const statusSchema = z.object({
  isOnline: z.boolean(),
  offlineSince: z.int().nullable(),
  isCablePulled: z.boolean(),
  isCoreEmbedded: z.boolean(),
  coreAddress: z.string(),
  toSend: z.int(),
  needsYou: z.int(),
  dataAsOf: z.int().nullable(),
  lastKeySavedAt: z.int().nullable(),
  deskName: z.string(),
  version: z.string(),
  isDemonstration: z.boolean(),
  businessDate: z.string().nullable(),
  currency: z.string(),
  country: z.string(),
})
export type Status = z.infer<typeof statusSchema>

/** The first start, step by step: what, how many, how long. `took` and `left` in ms. */
export const startupSchema = z.object({
  steps: z.array(
    z.object({
      step: z.enum(['build', 'core', 'sync', 'index']),
      state: z.enum(['waits', 'runs', 'done', 'failed']),
      done: z.int(),
      of: z.int(),
      tookMs: z.int().nullable(),
    }),
  ),
  isReady: z.boolean(),
  problem: sentenceSchema.nullable(),
})
export type Startup = z.infer<typeof startupSchema>

/** A sentence the desk must tell once, e.g. what it did about a damaged settings file. */
export const noticeSchema = z.object({
  id: z.string(),
  tone: z.enum(['late', 'stuck', 'desk', 'neutral']),
  sentence: sentenceSchema,
})
export type Notice = z.infer<typeof noticeSchema>

/** One line of To send: a case, how many of its commands are confirmed, each with its receipt behind. */
export const toSendLineSchema = z.object({
  caseId: idSchema.nullable(),
  customerName: z.string(),
  title: sentenceSchema,
  done: z.int(),
  of: z.int(),
  items: z.array(
    z.object({
      commandId: idSchema,
      type: z.string(),
      state: z.enum([
        'captured',
        'sending',
        'blocked',
        'applied',
        'conflict',
        'rejected',
        'needsApproval',
        'quarantined',
      ]),
      capturedAt: z.int(),
      decidedAt: z.int().nullable(),
      by: z.string(),
      /** The core's number for it; '' until it is confirmed. */
      receipt: z.string(),
    }),
  ),
})
export type ToSendLine = z.infer<typeof toSendLineSchema>

/** One item of the inbox: a command the core refused or that conflicts, with what differs and what can be done. */
export const needsYouItemSchema = z.object({
  commandId: idSchema,
  type: z.string(),
  code: z.string(),
  details: detailsSchema,
  caseId: idSchema.nullable(),
  orderId: idSchema.nullable(),
  reference: z.string(),
  customerName: z.string(),
  contactNumber: z.string().nullable(),
  capturedAt: z.int(),
  capturedBy: z.string(),
  decidedAt: z.int(),
  entered: z.string(),
  onRecord: z.string(),
  choices: z.array(choiceSchema),
  /** Typed fields that differ from what is on record, where the matter is about a step. */
  differs: z.array(z.object({ name: z.string(), entered: z.string(), onRecord: z.string() })),
  /** The core could not take it in; it is kept aside on this desk and nobody decided about it. */
  isKeptAside: z.boolean(),
  /**
   * Where nothing of it takes effect until a supervisor says so: all that is held with it, in its order, and why who sits
   * here may not approve it. Null for everything else.
   */
  held: z
    .object({
      entries: z.array(z.object({ commandId: idSchema, type: z.string(), entered: z.string(), capturedAt: z.int() })),
      off: z.enum(['own', 'role']).nullable(),
    })
    .nullable(),
  /** Whose matter it is, until when it stays so, and by when it is to be decided; null while the core knows no task. */
  whose: z.enum(['mine', 'team', 'supervisor']),
  mineUntil: z.int().nullable(),
  dueAt: z.int().nullable(),
})
export type NeedsYouItem = z.infer<typeof needsYouItemSchema>

/** An own matter in other hands: who decided it or has it, where and when. `byType` is the deciding command. */
export const toldItemSchema = z.object({
  taskId: idSchema,
  caseId: idSchema.nullable(),
  customerName: z.string(),
  type: z.string(),
  code: z.string(),
  kind: z.enum(['decided', 'withColleague', 'withSupervisor']),
  by: z.string(),
  deskName: z.string(),
  byType: z.string(),
  at: z.int(),
  /** What became of a dispute or credit, in a sentence of its own, and which one. */
  sentence: sentenceSchema.nullable(),
  matter: z.object({ kind: z.enum(['dispute', 'credit']), id: idSchema }).nullable(),
})
export type ToldItem = z.infer<typeof toldItemSchema>

/** Preferences of this machine, kept by the shell (electron-store); never a secret. */
export const preferencesSchema = z.object({
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  language: z.enum(['en', 'fr', 'cs', 'ru']).default('en'),
  showKeys: z.boolean().default(true),
  /** Whether the guide of the demonstration opens by itself at sign-in. */
  guide: z.boolean().default(true),
  coreAddress: z.string().max(300).default(''),
  window: z
    .object({ x: z.int().nullable(), y: z.int().nullable(), width: z.int(), height: z.int(), isMaximized: z.boolean() })
    .default({ x: null, y: null, width: 1280, height: 720, isMaximized: false }),
})
export type Preferences = z.infer<typeof preferencesSchema>
