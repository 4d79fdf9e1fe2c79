import path from 'node:path'
import PDFDocument from 'pdfkit'
import type { QrPath } from '#shared/domain/number/qr-path.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Language } from '#shared/text/translate.ts'

/** A slip for the customer: a heading and lines, as facts. The same facts give the same bytes. */
export interface SlipDocument {
  readonly slip: readonly string[]
  readonly heading: string
  /** Drawn below the lines. */
  readonly code?: QrPath | undefined
  readonly reference: string
  readonly language: Language
  readonly operator: string
  readonly place: string
  readonly at: Instant
}

/** A slip as a PDF of a receipt printer's width (80 mm), fonts embedded. Rejects when the fonts cannot be read. */
export async function makeSlipPdf(facts: SlipDocument, fontFolder: string): Promise<Uint8Array> {
  const at = new Date(facts.at)
  const regular = path.join(fontFolder, 'Inter-Regular.ttf')
  const info = { Title: facts.reference, Author: facts.operator, Creator: 'Linedesk', Producer: 'Linedesk' }
  const doc = new PDFDocument({
    size: [width, 96 + facts.slip.length * lineHeight + (facts.code ? codeSide : 0)],
    font: regular,
    margin: 0,
    pdfVersion: '1.7',
    lang: facts.language,
    info: { ...info, CreationDate: at, ModDate: at },
  })
  const parts: Buffer[] = []
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
  doc.registerFont('strong', path.join(fontFolder, 'Inter-SemiBold.ttf'))
  const line = { width: width - 2 * margin }
  doc.font('strong').fontSize(11).text(facts.operator, margin, 18, line)
  doc
    .font(regular)
    .fontSize(8)
    .text(`${facts.place}  ${facts.reference}`, margin, doc.y + 2, line)
  doc
    .font('strong')
    .fontSize(9)
    .text(facts.heading, margin, doc.y + 8, line)
  for (const text of facts.slip)
    doc
      .font(regular)
      .fontSize(8.5)
      .text(text, margin, doc.y + 5, line)
  if (facts.code)
    doc
      .translate((width - codeSide) / 2, doc.y + 4)
      .scale(codeSide / facts.code.size)
      .path(facts.code.path)
      .fill('black')
  doc.end()
  return bytes
}

/** Points: 80 mm, as receipt printers have it. */
const width = 226.77
const margin = 14
/** 45 mm: a telephone reads it at arm's length. */
const codeSide = 127.56
/** A line may take two. */
const lineHeight = 28
