import { encode } from 'uqr'

/** A QR code as one path of unit squares, its quiet zone of four modules around it (ISO/IEC 18004), for screen and paper. */
export interface QrPath {
  /** Modules along a side, quiet zone included. */
  readonly size: number
  /** SVG path data; dark modules filled. */
  readonly path: string
}

/** The QR code of a text, error correction M. Throws for a text longer than a code can hold (2,331 bytes). */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
