import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { UsageLine } from '#shared/domain/rating/usage-record.ts'
import { usageColumns, usageLineSchema } from '#shared/domain/rating/usage-record.ts'
import { readCsv } from '#shared/kernel/csv.ts'

/** A line of a file: its number from 1, and its text, cut where it is longer than any record can be. */
export interface FileLine {
  readonly line: number
  readonly text: string
}

const longestLine = 16_384

/** The lines of a file as they are read: memory is that of one piece, also for a file that is one endless line. */
export async function* linesOf(file: string): AsyncGenerator<FileLine> {
  const source = createReadStream(file, { encoding: 'utf8', highWaterMark: 262_144 })
  for await (const lines of linesIn(source)) yield* lines
}

/**
 * The lines of a source of text, those that end in one piece of it together. What stands after the last end of a line is a
 * line where the source ends well; where it breaks off, that throws what the source throws, and half a line is none.
 */
export async function* linesIn(source: AsyncIterable<unknown>): AsyncGenerator<readonly FileLine[]> {
  let [line, rest, isCut] = [0, '', false]
  for await (const piece of source) {
    const parts = (rest + String(piece)).split('\n')
    rest = parts.pop() ?? ''
    const lines: FileLine[] = []
    for (const text of parts) {
      line += 1
      lines.push({ line, text: isCut ? text.slice(0, longestLine) : text })
      isCut = false
    }
    if (rest.length > longestLine) {
      rest = rest.slice(0, longestLine)
      isCut = true
    }
    if (lines.length > 0) yield lines
  }
  if (rest !== '') yield [{ line: line + 1, text: rest }]
}

/** SHA-256 of a file's bytes: the same file again is known by it, whatever its name. Throws what reading throws. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer) // no encoding: buffers
  return hash.digest('hex')
}

/** What a line said, or why it cannot be read. */
export type ReadLine =
  | { readonly kind: 'record'; readonly record: UsageLine }
  | { readonly kind: 'skip' }
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | {
      readonly kind: 'reject'
      readonly recordId: string
      readonly reason: 'UNREADABLE' | 'FIELD_WRONG'
      readonly field: string
    }

/**
 * Reads lines of one file: JSON each, or CSV with names in the first line. Which of the two the first line shows. `known`:
 * the names where that line was read before; none of a file of JSON.
 */
export function lineReader(known: readonly string[] = []): (line: FileLine) => ReadLine {
  let columns = known.length > 0 ? known : undefined
  return ({ line, text }) => {
    const clean = text.replace(/^\ufeff/, '').trim()
    if (clean === '') return { kind: 'skip' }
    if (clean.startsWith('{')) return readJson(clean)
    const cells = readCsv(clean)[0]?.cells ?? []
    if (line === 1 && usageColumns.every((name) => cells.includes(name) || name === 'other' || name === 'visited')) {
      columns = cells
      return { kind: 'columns', columns }
    }
    if (!columns || cells.length !== columns.length) return unreadable
    const names = columns
    return judge(Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', cell])))
  }
}

const unreadable = { kind: 'reject', recordId: '', reason: 'UNREADABLE', field: '' } as const

function readJson(text: string): ReadLine {
  try {
    return judge(JSON.parse(text))
  } catch {
    return unreadable
  }
}

function judge(given: unknown): ReadLine {
  const parsed = usageLineSchema.safeParse(given)
  if (parsed.success) return { kind: 'record', record: parsed.data }
  const id: unknown = typeof given === 'object' && given !== null && 'id' in given ? given.id : ''
  const field = String(parsed.error.issues[0]?.path[0] ?? '')
  return { kind: 'reject', recordId: typeof id === 'string' ? id.slice(0, 80) : '', reason: 'FIELD_WRONG', field }
}
