import type { Readable } from 'node:stream'

const keptCharacters = 4000

/**
 * Follows what a child writes to stderr: shown as it comes with LINEDESK_LOG=1, else only where its end came from is kept,
 * for the log: a message may hold what a person typed.
 */
export function lastWordsOf(stderr: Readable | NodeJS.ReadableStream | null): () => string {
  let words = ''
  stderr?.on('data', (chunk: Buffer) => {
    if (process.env['LINEDESK_LOG'] === '1') process.stderr.write(chunk)
    words = (words + chunk.toString()).slice(-keptCharacters)
  })
  return () => placesIn(words)
}

/** A bug for the log: its kind and where it was thrown, never its message. */
export function placeOf(error: unknown): string {
  return error instanceof Error ? `${error.name} ${placesIn(error.stack ?? '')}`.trim() : 'unknown'
}

/** The lines of a stack, and what the engine says of its own end. */
function placesIn(text: string): string {
  const told = text.split('\n').filter((line) => place.test(line) || line.startsWith('FATAL ERROR: '))
  return told.map((line) => line.trim()).join('\n')
}

const place = /^\s*at (?:.*\()?(?:file|node|app|<anonymous>|[A-Za-z]:|\/)[^\s()]*:\d+:\d+\)?$/
