import path from 'node:path'
import PDFDocument from 'pdfkit'
import { currencySchema } from '#shared/kernel/money.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { BillReceiptDocument } from './bill-receipt-words.ts'
import { billReceiptLines } from './bill-receipt-words.ts'
import type { Language, Params, Reader } from '#shared/text/translate.ts'
import { translate } from '#shared/text/translate.ts'

/** Everything a receipt says, as facts: the same facts give the same bytes. */
export interface ReceiptDocument {
  readonly receipt: PaymentRow
  readonly reference: string
  readonly language: Language
  readonly operator: string
  readonly place: string
  readonly zone: string
  readonly customerName: string
  readonly agreementReference: string
  /** Tax within the amount, minor units; of a deposit there is none. */
  readonly taxMinor: number
}

/** The lines of a receipt, label and value. Pure. */
export function receiptLines(facts: ReceiptDocument): readonly (readonly [string, string])[] {
  const { receipt } = facts
  const reader: Reader = {
    language: facts.language,
    currency: currencySchema.parse(receipt.currency),
    zone: facts.zone,
    today: '0000-01-01', // every date with its year
  }
  const t = (key: string, params: Params = {}): string => translate(reader, key, params)
  const money = (amountMinor: number): string => t('receipt.money', { amountMinor, currency: receipt.currency })
  const tendered = receipt.tendered_minor
  return [
    [t('receipt.customer'), facts.customerName],
    [t('receipt.contract'), facts.agreementReference],
    [t('receipt.at'), t('receipt.at.value', { at: receipt.taken_at })],
    [t('receipt.method'), t(`payNow.method.${receipt.method}`)],
    ...(receipt.terminal_reference === null ? [] : [[t('payNow.paid.reference'), receipt.terminal_reference] as const]),
    ...(receipt.top_up_minor === 0 ? [] : [[t('receipt.topUp'), money(receipt.top_up_minor)] as const]),
    [t('receipt.tax'), money(facts.taxMinor)],
    [t(receipt.method === 'nextBill' ? 'receipt.onBill' : 'receipt.total'), money(receipt.amount_minor)],
    ...(tendered === null
      ? []
      : [
          [t('payNow.tendered'), money(tendered)] as const,
          [t('payNow.change'), money(tendered - receipt.amount_minor)] as const,
        ]),
    [t('payNow.paid.by'), `${receipt.taken_by}, ${receipt.desk_name}`],
  ]
}

/** A receipt as a PDF of a receipt printer's width (80 mm), fonts embedded. Rejects when the fonts cannot be read. */
export function makeReceiptPdf(facts: ReceiptDocument | BillReceiptDocument, fontFolder: string): Promise<Uint8Array> {
  return 'receipt' in facts
    ? setReceipt(facts, receiptLines(facts), facts.receipt.taken_at, fontFolder)
    : setReceipt(facts, billReceiptLines(facts), facts.billReceipt.taken_at, fontFolder)
}

type Head = Pick<ReceiptDocument, 'reference' | 'language' | 'operator' | 'place'>

async function setReceipt(
  facts: Head,
  lines: readonly (readonly [string, string])[],
  takenAt: number,
  fontFolder: string,
): Promise<Uint8Array> {
  const at = new Date(takenAt)
  const regular = path.join(fontFolder, 'Inter-Regular.ttf')
  const doc = new PDFDocument({
    size: [width, 120 + lines.length * lineHeight],
    font: regular,
    margin: 0,
    pdfVersion: '1.7',
    lang: facts.language,
    info: {
      Title: facts.reference,
      Author: facts.operator,
      Creator: 'Linedesk',
      Producer: 'Linedesk',
      CreationDate: at,
      ModDate: at,
    },
  })
  const parts: Buffer[] = []
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
  doc.registerFont('text', regular)
  doc.registerFont('strong', path.join(fontFolder, 'Inter-SemiBold.ttf'))
  doc.font('strong').fontSize(11).text(facts.operator, margin, 18)
  doc
    .font('text')
    .fontSize(8)
    .text(facts.place, margin, doc.y + 2)
  doc
    .font('strong')
    .fontSize(10)
    .text(facts.reference, margin, doc.y + 8)
  let y = doc.y + 8
  for (const [label, value] of lines) {
    doc.font('text').fontSize(8).text(label, margin, y, { width: 84 })
    const below = doc.y
    doc
      .font('strong')
      .fontSize(8)
      .text(value, margin + 88, y, { width: width - 2 * margin - 88, align: 'right' })
    y = Math.max(below, doc.y) + 5
  }
  doc.end()
  return bytes
}

/** Points: 80 mm, as receipt printers have it. */
const width = 226.77
const margin = 14
/** Most values stand on one line; a name may take two. */
const lineHeight = 22
