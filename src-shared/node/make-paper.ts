import type { ContractDocument } from './contract-document.ts'
import { makeContractPdf } from './contract-pdf.ts'
import type { ReceiptDocument } from './receipt-pdf.ts'
import { makeReceiptPdf } from './receipt-pdf.ts'
import type { SlipDocument } from './slip-pdf.ts'
import { makeSlipPdf } from './slip-pdf.ts'

/** What can be set on paper. */
export type PaperFacts = ContractDocument | ReceiptDocument | SlipDocument

/** Makes the PDF of a contract, a receipt or a slip: the same facts give the same bytes. Rejects when it cannot be made. */
export function makePaper(facts: PaperFacts, fontFolder: string): Promise<Uint8Array> {
  if ('slip' in facts) return makeSlipPdf(facts, fontFolder)
  return 'receipt' in facts ? makeReceiptPdf(facts, fontFolder) : makeContractPdf(facts, fontFolder)
}
