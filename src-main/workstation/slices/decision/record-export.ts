import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'

/** Puts on record that a table of Insight leaves the desk; the page saves it once this is answered. */
export const recordExport = defineDeskHandler('decision.recordExport', (desk, { table }) => {
  const recorded = desk.capture({ type: 'interaction.recordExport', body: { kind: 'insight', aboutId: table } })
  return recorded.ok ? ok({}) : recorded
})
