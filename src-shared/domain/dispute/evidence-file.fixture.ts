/** A small picture of a message, as a PNG. */
export function pngFile(): Uint8Array {
  return bytesOf([
    '89504e470d0a1a0a0000000d4948445200000060000000300800000000cb7d20130000004a4944415478daedd8310d00200c',
    '4541a4e15f0c1a50c040a06d9a5c0ddcf2fed231836f24002bf000805ec0db9c003f009902aa977cca167003c81490b96440',
    '1420530000500b34ffb66c694951542e3f0e9b0000000049454e44ae426082',
  ])
}

/** Eight by eight grey points, as a JPEG. */
export function jpegFile(): Uint8Array {
  return bytesOf([
    'ffd8ffe000104a46494600010100000100010000ffdb004300281c1e231e19282321232d2b28303c64413c37373c7b585d49',
    '64918099968f808c8aa0b4e6c3a0aadaad8a8cc8ffcbdaeef5ffffff9bc1fffffffaffe6fdfff8ffc0000b08000800080101',
    '1100ffc40014000100000000000000000000000000000004ffc40014100100000000000000000000000000000000ffda0008',
    '010100003f007bffd9',
  ])
}

/** One empty page, as a PDF. */
export function pdfFile(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ].map((object, at) => `${at + 1} 0 obj ${object} endobj\n`)
  const header = '%PDF-1.4\n'
  const places = objects.map((_, at) => [header, ...objects.slice(0, at)].join('').length)
  const rows = ['0000000000 65535 f \n', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)]
  const body = [header, ...objects].join('')
  const end = `xref\n0 4\n${rows.join('')}trailer << /Size 4 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Uint8Array.from(body + end, (sign) => sign.charCodeAt(0))
}

function bytesOf(hex: readonly string[]): Uint8Array {
  return Uint8Array.from(hex.join('').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
