/** A message: one sentence, or one for each plural form of `{count}` (CLDR names). */
export type Message =
  | string
  | { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string }

/** The same keys as a record of English sentences, in another language: the compiler asks for each. */
export type Sentences<English> = Readonly<Record<keyof English, Message>>
