/** A row of a CSV file: the line of the file it begins on (from 1), and its cells without the spaces around them. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads a CSV text (RFC 4180): quotes around a cell, doubled inside it, line breaks kept within quotes. The separator is
 * that of the first line: semicolon, tab or comma, whichever stands there most. Empty lines are left out.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(clean.split('\n', 1)[0] ?? '')
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begun = 1
  const endRow = (): void => {
    const all = [...cells, cell].map((one) => one.trim())
    if (all.some((one) => one !== '')) rows.push({ line: begun, cells: all })
    cells = []
    cell = ''
  }
  for (let at = 0; at < clean.length; at += 1) {
    const character = clean.charAt(at)
    if (character === '\n') line += 1
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (clean.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell.trim() === '') {
      cell = ''
      isQuoted = true
    } else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') {
      endRow()
      begun = line
    } else cell += character
  }
  endRow()
  return rows
}

function separatorOf(head: string): string {
  const count = (one: string): number => head.split(one).length
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best))
}
