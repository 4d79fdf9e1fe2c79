/** Whether a text is SVG path data of strokes: moves, lines and curves with plain numbers, nothing else. */
export function isPathData(text: string): boolean {
  return /^\s*M[MLCQZmlcqz\d\s.,eE+-]*$/.test(text) && /\d/.test(text)
}
