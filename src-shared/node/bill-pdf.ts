import { dayNumber } from '#shared/kernel/date.ts'
import type { BillPaper, BillWords, LabelledAmount, PayWords } from './bill-words.ts'
import { billWords } from './bill-words.ts'
import type { Doc } from './paper-kit.ts'
import { artifact, collect, drawHead, figures, ink, openPaper, page, piece, plain, rule, strong } from './paper-kit.ts'
import type { Column, Sheet } from './paper-sheet.ts'
import { closeTable, ensure, full, openSheet, openTable, paragraph, row } from './paper-sheet.ts'

/**
 * Makes a bill or credit note as a tagged PDF: what is to be paid and by when, every line with how it came about, totals
 * and taxes, how to pay, and the single records behind its lines. The same facts give the same bytes: the only moment in it
 * is the bill's day. `fontFolder` holds Inter-Regular.ttf and Inter-SemiBold.ttf; rejects when they cannot be read. Slow:
 * the desk runs it in a thread of its own.
 */
export async function makeBillPdf(paper: BillPaper, fontFolder: string): Promise<Uint8Array> {
  const words = billWords(paper)
  const { language, operator, billPaper: of } = paper
  const at = dayNumber(of.bill.bill_date) * 86_400_000
  const info = { language, operator, title: words.title, subject: words.title, at, keepsPages: true }
  const doc = openPaper(info, fontFolder)
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const sheet = openSheet(doc, root)
  drawTop(sheet, words)
  drawLead(sheet, words)
  drawLines(sheet, words)
  drawTotals(sheet, words)
  drawTaxes(sheet, words)
  if (words.pay) drawPay(sheet, words.pay)
  for (const text of [words.note, words.missing]) if (text !== null) paragraph(sheet, 'P', text, { gap: 14 })
  drawUsage(sheet, words)
  const { count } = doc.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index)
    drawHead(doc, operator, words.page(index + 1, count))
  }
  drawFoot(sheet, words)
  root.end()
  doc.end()
  return bytes
}

/** Who the seller is, at the foot of the first page; read last. */
function drawFoot({ doc, root }: Sheet, { foot }: BillWords): void {
  doc.switchToPage(0)
  root.add(
    piece(doc, 'P', () =>
      plain(doc, 8, ink.second).text(foot, page.left, page.bottom + 8, { width: full, ...figures }),
    ),
  )
}

const rightHalf = 330

/** The title with its facts at the left, who gets it at the right, where an envelope has its window. */
function drawTop(sheet: Sheet, { title, facts, buyer }: BillWords): void {
  const { doc, root } = sheet
  const top = sheet.y
  paragraph(sheet, 'H1', title, { size: 17, isStrong: true, width: rightHalf - page.left - 16 })
  sheet.y += 8
  const columns: readonly Column[] = [
    { left: page.left, width: 96, align: 'left' },
    { left: page.left + 100, width: rightHalf - page.left - 112, align: 'left' },
  ]
  const table = openTable(sheet, columns, ['', ''], 9.5)
  for (const { label, value } of facts)
    row(sheet, table, columns, [{ text: label, isSecond: true }, { text: value }], { gap: 2, isNamed: true })
  closeTable(sheet, table)
  const below = sheet.y
  const [name = '', ...rest] = buyer
  const width = page.right - rightHalf
  root.add(
    piece(doc, 'P', () => {
      strong(doc, 10).text(name, rightHalf, top + 5, { width })
      plain(doc, 10, ink.text).text(rest.join('\n'), rightHalf, doc.y + 2, { width, lineGap: 1.5 })
    }),
  )
  sheet.y = Math.max(below, doc.y) + 16
}

/** What is to be paid, by when: the first thing read. */
function drawLead(sheet: Sheet, { lead, explained }: BillWords): void {
  const { doc, root } = sheet
  const top = sheet.y
  root.add(
    piece(doc, 'P', () => {
      strong(doc, 11).text(lead.label, page.left + 12, top + 13, { width: 300 })
      strong(doc, 19).text(lead.amount, page.left + 312, top + 8, {
        ...{ width: full - 324, align: 'right', ...figures },
      })
    }),
  )
  artifact(doc, () => {
    doc.save().lineWidth(0.8).strokeColor(ink.text).rect(page.left, top, full, 40).stroke().restore()
  })
  sheet.y = top + 40
  if (explained !== null) paragraph(sheet, 'P', explained, { size: 10, gap: 10 })
  sheet.y += 16
}

const lineColumns: readonly Column[] = [
  { left: page.left, width: 320, align: 'left' },
  { left: 392, width: 46, align: 'right' },
  { left: 442, width: page.right - 442, align: 'right' },
]

function drawLines(sheet: Sheet, { columns, groups }: BillWords): void {
  const table = openTable(sheet, lineColumns, columns, 8.5)
  for (const { user, products, sum } of groups) {
    const named = (text: string): void => {
      row(sheet, table, lineColumns, [{ text, isStrong: true }, empty, empty], { gap: 3, isNamed: true, keep: 30 })
    }
    if (user !== null) named(user)
    for (const { heading, lines } of products) {
      if (heading !== '') named(heading)
      for (const { name, detail, tax, amount } of lines)
        row(
          sheet,
          table,
          lineColumns,
          [{ text: name, below: detail }, { text: tax, isSecond: true }, { text: amount }],
          {
            isNamed: true,
          },
        )
      sheet.y += 3
    }
    if (sum)
      row(
        sheet,
        table,
        lineColumns,
        [{ text: sum.label, isSecond: true }, empty, { text: sum.amount, isStrong: true }],
        {
          ...{ gap: 12, isNamed: true },
        },
      )
  }
  closeTable(sheet, table)
}

const empty = { text: '' }
const totalColumns: readonly Column[] = [
  { left: 250, width: 186, align: 'left' },
  { left: 442, width: page.right - 442, align: 'right' },
]

function drawTotals(sheet: Sheet, { totals }: BillWords): void {
  sheet.y += 4
  ensure(sheet, totals.length * 17)
  artifact(sheet.doc, () => rule(sheet.doc, sheet.y - 4))
  const table = openTable(sheet, totalColumns, ['', ''], 9.5)
  for (const { label, amount, isStrong } of totals)
    row(sheet, table, totalColumns, cellsOf({ label, amount, isStrong }), { isNamed: true })
  closeTable(sheet, table)
}

function cellsOf({ label, amount, isStrong }: LabelledAmount) {
  return [
    { text: label, isStrong, isSecond: !isStrong },
    { text: amount, isStrong },
  ]
}

const taxTable: readonly Column[] = [
  { left: page.left, width: 250, align: 'left' },
  { left: 318, width: 118, align: 'right' },
  { left: 442, width: page.right - 442, align: 'right' },
]

function drawTaxes(sheet: Sheet, { taxHeading, taxColumns, taxes }: BillWords): void {
  paragraph(sheet, 'H2', taxHeading, { size: 10, isStrong: true, gap: 14, keep: 20 + taxes.length * 16 })
  sheet.y += 4
  const table = openTable(sheet, taxTable, taxColumns, 8.5)
  for (const { label, taxable, tax } of taxes)
    row(sheet, table, taxTable, [{ text: label }, { text: taxable }, { text: tax }], { isNamed: true })
  closeTable(sheet, table)
}

/** Points: 34 mm; a telephone reads it from a table. */
const codeSide = 96

function drawPay(sheet: Sheet, { heading, rows, shop, code }: PayWords): void {
  const { doc, root } = sheet
  paragraph(sheet, 'H2', heading, { size: 10, isStrong: true, gap: 16, keep: code ? codeSide + 34 : 60 })
  sheet.y += 4
  const top = sheet.y
  const columns: readonly Column[] = [
    { left: page.left, width: 96, align: 'left' },
    { left: page.left + 100, width: 210, align: 'left' },
  ]
  if (rows.length > 0) {
    const table = openTable(sheet, columns, ['', ''], 9.5)
    for (const { label, value } of rows)
      row(sheet, table, columns, [{ text: label, isSecond: true }, { text: value }], { gap: 3, isNamed: true })
    closeTable(sheet, table)
  }
  paragraph(sheet, 'P', shop, { gap: 6, width: code ? 310 : full, isSecond: true })
  if (!code) return
  const below = sheet.y
  const left = page.right - codeSide - 12 // its caption is wider
  root.add(doc.struct('Figure', { alt: code.alt }, () => drawCode(doc, code.path, left, top)))
  const caption = { width: codeSide + 24, align: 'center' as const }
  root.add(
    piece(doc, 'P', () => plain(doc, 7.5, ink.second).text(code.caption, left - 12, top + codeSide + 2, caption)),
  )
  sheet.y = Math.max(below, doc.y)
}

function drawCode(doc: Doc, { path, size }: NonNullable<PayWords['code']>['path'], left: number, top: number): void {
  doc
    .save()
    .translate(left, top)
    .scale(codeSide / size)
    .path(path)
    .fill('#000000')
    .restore()
}

const useColumns: readonly Column[] = [
  { left: page.left, width: 130, align: 'left' },
  { left: page.left + 134, width: 130, align: 'left' },
  { left: page.left + 268, width: 90, align: 'right' },
  { left: 442, width: page.right - 442, align: 'right' },
]

function drawUsage(sheet: Sheet, { usage }: BillWords): void {
  if (!usage) return
  paragraph(sheet, 'H2', usage.heading, { size: 12, isStrong: true, gap: 24, keep: 80 })
  paragraph(sheet, 'P', usage.note, { size: 8.5, isSecond: true, gap: 3 })
  for (const { heading, rows } of usage.groups) {
    paragraph(sheet, 'H3', heading, { size: 9.5, isStrong: true, gap: 10, keep: 36 })
    sheet.y += 3
    const table = openTable(sheet, useColumns, usage.columns, 8)
    for (const cells of rows)
      row(
        sheet,
        table,
        useColumns,
        cells.map((text) => ({ text })),
        { size: 8, gap: 2 },
      )
    closeTable(sheet, table)
  }
}
