import { z } from 'zod'

const namesSchema = z.record(z.string(), z.string())

/** Names by language from a row's JSON. A row that is no such JSON shows its raw text rather than nothing. */
export function namesOf(json: string): Readonly<Record<string, string>> {
  try {
    const parsed = namesSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : { en: json }
  } catch {
    return { en: json }
  }
}

/** The name in a language, else in English, else whatever there is. */
export function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? ''
}
