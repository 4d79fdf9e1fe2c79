/** The box a signature is kept in (architecture: `sign.signature`); the pad on screen may have any size. */
export const signatureBox = { width: 600, height: 180 } as const

/** At most this much path data; more is no signature any more. The draft's own limit is a little higher. */
export const longestSignature = 190_000

interface Point {
  readonly x: number
  readonly y: number
}

/** A stroke drawn on a pad of a size, as path data in the box: scaled as a whole, middle on middle. */
export function strokePath(points: readonly Point[], pad: { readonly width: number; readonly height: number }): string {
  const scale = Math.min(signatureBox.width / pad.width, signatureBox.height / pad.height)
  const left = (signatureBox.width - pad.width * scale) / 2
  const top = (signatureBox.height - pad.height * scale) / 2
  const placed = points.map(({ x, y }) => `${round(left + x * scale)} ${round(top + y * scale)}`)
  const [first, ...rest] = placed.filter((place, index) => place !== placed[index - 1])
  if (first === undefined) return ''
  // a dot is a line of no length; round caps make it visible
  return `M${first}${(rest.length === 0 ? [first] : rest).map((place) => `L${place}`).join('')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
