/** A text from its end to its beginning, letter by letter: for an index of endings. */
export function backward(text: string): string {
  return [...text].toReversed().join('')
}
