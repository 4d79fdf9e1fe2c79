import { z } from 'zod'
import { everyone } from '#shared/domain/staff/roles.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { filledLine } from '#shared/kernel/text-field.ts'

/** What leaves a desk as a file, beside bills (`bill.recordPaper`). */
export const exportKinds = ['contract', 'slip', 'receipt', 'billReceipt', 'eSim', 'insight', 'evidence'] as const
export type ExportKind = (typeof exportKinds)[number]

/**
 * A file was taken out at a desk: nothing follows from it, but it is on record who took it, and of what (`aboutId`: the
 * agreement, payment or SIM; of Insight the table; of evidence the dispute and the file). It touches nothing else, so that nothing waits for it.
 */
const recordExport = defineCommand({
  version: 1,
  body: z.object({ kind: z.enum(exportKinds), aboutId: filledLine(120) }),
  roles: everyone,
  refusals: [],
  touches: (body) => [`file:${body.kind}:${body.aboutId}`],
  predict: () => [],
})

export const exportCommands = { 'interaction.recordExport': recordExport } as const
