/** A document number for the screen: six dots, whatever its length, and the last four characters (two of a short one). */
export function maskDocumentNumber(documentNumber: string): string {
  const shown = documentNumber.length >= 8 ? 4 : Math.min(2, Math.floor(documentNumber.length / 2))
  return `••••••${shown === 0 ? '' : documentNumber.slice(-shown)}`
}
