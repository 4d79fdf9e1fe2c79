import { saveBytes } from './save-file.ts'

/** Hands the bytes of a PDF to the browser's own way of saving files. */
export function savePdf(fileName: string, base64: string): void {
  saveBytes(fileName, base64, 'application/pdf')
}
