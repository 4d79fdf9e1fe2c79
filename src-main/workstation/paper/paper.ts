import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { ContractDocument } from '#shared/node/contract-document.ts'
import type { Log } from '../outside.ts'

/** Makes the contract's PDF: the same facts give the same bytes. Rejects when it cannot be made. */
export type MakePdf = (facts: ContractDocument) => Promise<Uint8Array>

/** The contract as PDF, or PAPER_FAILED: fonts that cannot be read or a thread that died lose nothing of the case. */
export type Paper = (facts: ContractDocument) => Promise<Result<Uint8Array, Refusal<'PAPER_FAILED'>>>

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
