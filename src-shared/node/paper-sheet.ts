import type { Doc, Structure } from './paper-kit.ts'
import { artifact, figures, ink, page, piece, plain, rule, strong } from './paper-kit.ts'

/** Where a paper of many pages stands: all is set downwards from `y`, and a page begins by itself. */
export interface Sheet {
  readonly doc: Doc
  readonly root: Structure
  y: number
  /** Repeats the head of the table that goes on, for the eye; what is read aloud has it once. */
  repeat: (() => void) | null
}

export interface Column {
  readonly left: number
  readonly width: number
  readonly align: 'left' | 'right'
}

export interface Cell {
  readonly text: string
  readonly isStrong?: boolean
  readonly isSecond?: boolean
  /** Set below the text, smaller. */
  readonly below?: string
}

export const full = page.right - page.left
const firstLine = page.top + 36
// pdfkit writes a head's scope, which its types do not know
type HeadOptions = NonNullable<Parameters<Doc['struct']>[1]> & { readonly scope: string }
const columnHead: HeadOptions = { scope: 'Column' }
const rowHead: HeadOptions = { scope: 'Row' }

export function openSheet(doc: Doc, root: Structure): Sheet {
  return { doc, root, y: firstLine, repeat: null }
}

/** Begins a page where less than so much is left of this one. */
export function ensure(sheet: Sheet, height: number): void {
  if (sheet.y + height <= page.bottom) return
  sheet.doc.addPage()
  sheet.y = firstLine
  sheet.repeat?.()
}

/** A heading or paragraph over the whole width, or a part of it. */
export function paragraph(
  sheet: Sheet,
  type: 'H1' | 'H2' | 'H3' | 'P',
  text: string,
  { size = 9.5, isStrong = false, isSecond = false, gap = 0, width = full, keep = 0 } = {},
): void {
  const { doc, root } = sheet
  const styled = (): Doc => (isStrong ? strong(doc, size) : plain(doc, size, isSecond ? ink.second : ink.text))
  // in a heading its wide hyphen would tear a document's number apart
  const options = { width, lineGap: 1.5, ...(type === 'H1' ? {} : figures) }
  ensure(sheet, gap + styled().heightOfString(text, options) + keep)
  sheet.y += gap
  root.add(piece(doc, type, () => styled().text(text, page.left, sheet.y, options)))
  sheet.y = doc.y
}

/** A table of rows under heads; heads of '' are those of a table whose first column says what each row is. */
export function openTable(sheet: Sheet, columns: readonly Column[], heads: readonly string[], size: number): Structure {
  const { doc, root } = sheet
  const table = doc.struct('Table')
  root.add(table)
  if (heads.every((head) => head === '')) return table
  const cells = heads.map((text) => ({ text, isSecond: true }))
  ensure(sheet, 3 * size)
  const line = doc.struct('TR')
  table.add(line)
  const height = setCells(sheet, columns, cells, size, (draw) => line.add(doc.struct('TH', columnHead, draw)))
  line.end()
  ruleBelow(sheet, height)
  sheet.repeat = () => {
    artifact(doc, () =>
      ruleBelow(
        sheet,
        setCells(sheet, columns, cells, size, (draw) => draw()),
        true,
      ),
    )
  }
  return table
}

/** A row; its first cell names it where that is said so. */
export function row(
  sheet: Sheet,
  table: Structure,
  columns: readonly Column[],
  cells: readonly Cell[],
  { size = 9.5, gap = 4, isNamed = false, isRuled = false, keep = 0 } = {},
): void {
  const { doc } = sheet
  ensure(sheet, heightOf(doc, columns, cells, size) + gap + keep)
  if (isRuled) artifact(doc, () => rule(doc, sheet.y - 2))
  const line = doc.struct('TR')
  table.add(line)
  let isFirst = isNamed
  const height = setCells(sheet, columns, cells, size, (draw) => {
    line.add(isFirst ? doc.struct('TH', rowHead, draw) : doc.struct('TD', {}, draw))
    isFirst = false
  })
  line.end()
  sheet.y += height + gap
}

export function closeTable(sheet: Sheet, table: Structure): void {
  table.end()
  sheet.repeat = null
}

function setCells(
  { doc, y }: Sheet,
  columns: readonly Column[],
  cells: readonly Cell[],
  size: number,
  add: (draw: () => void) => void,
): number {
  let height = 0
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (!cell) continue
    const { left, width, align } = column
    add(() => {
      if (cell.text !== '') setText(styled(doc, cell, size), cell.text, column, y)
      const { below = '' } = cell
      if (below !== '')
        plain(doc, size - 1.5, ink.second).text(below, left, cell.text === '' ? y : doc.y + 1, {
          width,
          align,
          ...figures,
        })
    })
    if (cell.text !== '' || (cell.below ?? '') !== '') height = Math.max(height, doc.y - y)
  }
  return height
}

/** What stands at the right is an amount, or its head: one line, whose width is asked once. */
function setText(doc: Doc, text: string, { left, width, align }: Column, y: number): void {
  if (align === 'left') doc.text(text, left, y, { width, ...figures })
  else {
    const own = doc.widthOfString(text, figures)
    doc.text(text, left + width - own, y, { lineBreak: false, ...figures })
    doc.y = y + doc.currentLineHeight(true)
  }
}

function heightOf(doc: Doc, columns: readonly Column[], cells: readonly Cell[], size: number): number {
  const heights = columns.map(({ width, align }, index) => {
    const cell = cells[index]
    if (!cell || align === 'right') return size * 1.3
    const own = cell.text === '' ? 0 : styled(doc, cell, size).heightOfString(cell.text, { width, ...figures })
    const { below = '' } = cell
    return below === ''
      ? own
      : own + plain(doc, size - 1.5, ink.second).heightOfString(below, { width, ...figures }) + 1
  })
  return Math.max(...heights)
}

function styled(doc: Doc, { isStrong = false, isSecond = false }: Cell, size: number): Doc {
  return isStrong ? strong(doc, size) : plain(doc, size, isSecond ? ink.second : ink.text)
}

function ruleBelow(sheet: Sheet, height: number, isArtifact = false): void {
  sheet.y += height + 5
  if (isArtifact) rule(sheet.doc, sheet.y - 2)
  else artifact(sheet.doc, () => rule(sheet.doc, sheet.y - 2))
  sheet.y += 3
}
