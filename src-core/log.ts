/** A line of the log: what happened, and ids. Never a name, a number of a customer or an amount. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  ids?: Readonly<Record<string, string | number>>,
) => void

/** Writes JSON lines to a stream of the process, standard error by default so that output stays free for programs. */
export function createLog(
  now: () => number,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  return (level, event, ids = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...ids })}\n`)
}

/** Says nothing; for tests. */
export const silentLog: Log = () => undefined
