import type { Readable } from 'node:stream'

const keptCharacters = 4000

/** Follows what a child writes to stderr: shown as it comes with LINEDESK_LOG=1, else only its end is kept, for the log. */
export function lastWordsOf(stderr: Readable | NodeJS.ReadableStream | null): () => string {
  let words = ''
  stderr?.on('data', (chunk: Buffer) => {
    if (process.env['LINEDESK_LOG'] === '1') process.stderr.write(chunk)
    words = (words + chunk.toString()).slice(-keptCharacters)
  })
  return () => words
}
