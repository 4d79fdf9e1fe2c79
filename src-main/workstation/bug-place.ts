/** A bug for the log: its kind and where it was thrown. Never its message, which may hold what a person typed. */
export function bugPlace(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name} ${place?.trim() ?? ''}`
}
