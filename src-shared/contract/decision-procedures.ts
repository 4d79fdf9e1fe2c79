import {
  alikeOutput,
  askBackInput,
  decideAlikeInput,
  decideAlikeOutput,
  decideInput,
  decideOutput,
  exportInput,
  insightOutput,
  matterInput,
  matterOutput,
  queueOutput,
  reassignInput,
  recountOutput,
  undoInput,
} from '#shared/domain/dispute/decision-contract.ts'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'

/** Deciding about money that others asked for: the queue, a matter with all it is decided by, and the ten seconds to undo. */
export const decisionProcedures = {
  'decision.queue': query(nothing, queueOutput),
  'decision.matter': query(matterInput, matterOutput, ['NOT_FOUND']),
  /** The same lines and recommendation once the core has counted the bill anew, or cannot be asked. */
  'decision.recount': query(matterInput, recountOutput, ['NOT_FOUND']),
  /** Kept on this desk for the policy's seconds, then sent. */
  'decision.decide': command(decideInput, decideOutput, [
    'NOT_FOUND',
    'REQUEST_CHANGED',
    'REQUEST_WITHDRAWN',
    'ALREADY_DECIDED',
    'ASKED_BACK',
    'NOTE_MISSING',
    'NO_AUTHORITY',
    'APPROVAL_BY_SELF',
    'APPEAL_BY_SELF',
    'OWN_HOUSEHOLD',
    'SIGNED_ALREADY',
    'BILL_UNKNOWN',
    'PAYMENT_UNKNOWN',
    'CREDIT_TOO_MUCH',
  ]),
  /** Disputes just like one, small and recommended as claimed. */
  'decision.alike': query(matterInput, alikeOutput),
  /** Approves them, each by a command of its own, as `decision.decide` does; those that stand otherwise by now are left. */
  'decision.decideAlike': command(decideAlikeInput, decideAlikeOutput),
  'decision.undo': command(undoInput, done, ['UNDO_TOO_LATE']),
  /** For those who look after others: what was given, by whom and why, and how soon disputes are answered. */
  'decision.insight': query(nothing, insightOutput),
  /** A table of Insight leaves the desk as CSV: asked before it is saved, so that it is on record. */
  'decision.recordExport': command(exportInput, done),
  'decision.askBack': command(askBackInput, done, ['NOT_FOUND']),
  'decision.reassign': command(reassignInput, done, ['NOT_FOUND']),
} as const
