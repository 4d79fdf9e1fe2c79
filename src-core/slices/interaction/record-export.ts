import { defineHandler } from '#core/sync/handler.ts'
import { applied } from '../kit/answers.ts'

/** Nothing changes: the ledger and the audit have who took the file out, and when. */
export const recordExport = defineHandler('interaction.recordExport', { run: () => Promise.resolve(applied) })
