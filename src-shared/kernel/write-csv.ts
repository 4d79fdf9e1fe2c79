/**
 * A CSV text (RFC 4180), lines ended by CR LF, a byte order mark first so that spreadsheets read it as UTF-8. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
