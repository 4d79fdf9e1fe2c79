import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { PaperFacts } from '#shared/node/make-paper.ts'
import type { Log } from '../outside.ts'

/** Makes the PDF of a contract or a receipt: the same facts give the same bytes. Rejects when it cannot be made. */
export type MakePdf = (facts: PaperFacts) => Promise<Uint8Array>

/** A contract or a receipt as PDF, or PAPER_FAILED: fonts that cannot be read or a thread that died lose nothing of the case. */
export type Paper = (facts: PaperFacts) => Promise<Result<Uint8Array, Refusal<'PAPER_FAILED'>>>

/** What makes PDFs, with its failures as a refusal and a line in the log. */
export function paperOf(makePdf: MakePdf, log: Log): Paper {
  return async (facts) => {
    try {
      return ok(await makePdf(facts))
    } catch (error) {
      log('paper failed', { reference: facts.reference, error: error instanceof Error ? error.message : 'unknown' })
      return refuse('PAPER_FAILED')
    }
  }
}
