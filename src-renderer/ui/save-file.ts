/** Hands a text to the browser's own way of saving files. */
export function saveText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  save(fileName, new Blob([text], { type }))
}

/** Hands bytes, as base64, to the browser's own way of saving files. */
export function saveBytes(fileName: string, base64: string, type: string): void {
  save(fileName, new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type }))
}

function save(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = window.document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
