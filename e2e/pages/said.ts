import type { Language, TextKey } from '#shared/text/translate.ts'
import { messages } from '#shared/text/translate.ts'

/** A sentence of the desk without gaps, as it stands in text/. */
export function said(key: TextKey, language: Language = 'en'): string {
  return String(messages[language][key])
}
