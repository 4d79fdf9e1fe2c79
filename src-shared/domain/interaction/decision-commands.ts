import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { line } from '#shared/kernel/text-field.ts'
import { everyone, supervising } from '#shared/domain/staff/roles.ts'
import { decisionTaskTable } from './rows.ts'

/** Takes a matter out of the team's queue, or keeps an own one for another while. One that others have stays theirs. */
export const takeDecision = defineCommand({
  version: 1,
  body: z.object({ taskId: idSchema }),
  roles: everyone,
  refusals: ['DECISION_UNKNOWN', 'DECISION_NEEDS_SUPERVISOR'],
  touches: (body) => [`task:${body.taskId}`],
  predict: (body, meta) => [
    decisionTaskTable.change(body.taskId, {
      state: 'open',
      owner_id: meta.actorId,
      owner_name: meta.actorName,
      owner_device: meta.deviceId,
      moved_at: null,
    }),
  ],
})

/** Leaves the desk: what waited there for this person goes to the team. */
export const leaveShift = defineCommand({
  version: 1,
  body: z.object({ userId: idSchema }),
  roles: everyone,
  refusals: [],
  touches: (body) => [`shift:${body.userId}`],
  predict: () => [],
})

/**
 * Hands a matter to a supervisor. One the core never took in (kept aside on the desk) becomes known to it by this: `type`
 * and `body` say what it was.
 */
export const handOverDecision = defineCommand({
  version: 1,
  body: z.object({
    taskId: idSchema,
    type: line(80),
    code: line(40),
    body: z.json(),
    caseId: idSchema.nullable(),
    customerId: idSchema.nullable(),
    deviceSeq: z.int().min(0),
    capturedAt: z.int(),
  }),
  roles: everyone,
  refusals: ['NOTHING_TO_RESOLVE'],
  touches: (body) => [`task:${body.taskId}`],
  predict: (body) => [decisionTaskTable.change(body.taskId, { state: 'team', queue: 'supervisor' })],
})

/** Decision to leave things as they are on record: what was refused is not wanted any more. Resolves it. */
export const letStand = defineCommand({
  version: 1,
  body: z.object({ taskId: idSchema }),
  roles: everyone,
  refusals: ['NOTHING_TO_RESOLVE', 'DECISION_NEEDS_SUPERVISOR'],
  touches: (body) => [`task:${body.taskId}`],
  predict: () => [],
})

/**
 * Decision that a command held for a supervisor takes effect: it is carried out now, in the name of whoever entered it,
 * once. Resolves it. Its id says which: what is queued is never rewritten.
 */
export const approveHeld = defineCommand({
  version: 1,
  body: z.object({ taskId: idSchema }),
  roles: supervising,
  refusals: ['NOTHING_TO_RESOLVE', 'APPROVAL_BY_SELF', 'APPROVAL_WAITS'],
  touches: (body) => [`task:${body.taskId}`],
  predict: () => [],
})

/** Decision that a held command never takes effect. Resolves it. */
export const rejectHeld = defineCommand({
  version: 1,
  body: z.object({ taskId: idSchema }),
  roles: supervising,
  refusals: ['NOTHING_TO_RESOLVE'],
  touches: (body) => [`task:${body.taskId}`],
  predict: () => [],
})

export const decisionCommands = {
  'interaction.takeDecision': takeDecision,
  'interaction.leaveShift': leaveShift,
  'interaction.handOverDecision': handOverDecision,
  'interaction.letStand': letStand,
  'interaction.approveHeld': approveHeld,
  'interaction.rejectHeld': rejectHeld,
} as const
