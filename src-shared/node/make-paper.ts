import type { BillPaper } from './bill-words.ts'
import { makeBillPdf } from './bill-pdf.ts'
import type { BillReceiptDocument } from './bill-receipt-words.ts'
import type { ContractDocument } from './contract-document.ts'
import { makeContractPdf } from './contract-pdf.ts'
import type { ReceiptDocument } from './receipt-pdf.ts'
import { makeReceiptPdf } from './receipt-pdf.ts'
import type { SlipDocument } from './slip-pdf.ts'
import { makeSlipPdf } from './slip-pdf.ts'

/** What can be set on paper. */
export type PaperFacts = ContractDocument | ReceiptDocument | BillReceiptDocument | SlipDocument | BillPaper

/** Makes the PDF of a contract, a bill, a receipt or a slip: the same facts give the same bytes. Rejects when it cannot be made. */
export function makePaper(facts: PaperFacts, fontFolder: string): Promise<Uint8Array> {
  if ('billPaper' in facts) return makeBillPdf(facts, fontFolder)
  if ('slip' in facts) return makeSlipPdf(facts, fontFolder)
  return 'receipt' in facts || 'billReceipt' in facts
    ? makeReceiptPdf(facts, fontFolder)
    : makeContractPdf(facts, fontFolder)
}
