/** A text's figures alone. */
export function figuresOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Figures in a row that are indexed together. */
export const gramLength = 4

/** Each four figures in a row of a number, and its last three: any three figures of it begin one of these. */
export function figureGrams(figures: string): readonly string[] {
  const starts = Math.max(0, figures.length - gramLength + 2)
  return Array.from({ length: starts }, (_, at) => figures.slice(at, at + gramLength)).filter(
    ({ length }) => length >= 3,
  )
}
