/** One JSON line on stderr: what happened and ids, never a name, a number or an amount. */
export function systemLog(event: string, facts: Readonly<Record<string, string | number | boolean | null>>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
}
