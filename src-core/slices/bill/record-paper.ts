import { defineHandler } from '#core/sync/handler.ts'
import { applied } from '../kit/answers.ts'

/** Nothing changes: the ledger and the audit have who took the bill out, and when. */
export const recordPaper = defineHandler('bill.recordPaper', { run: () => Promise.resolve(applied) })
