import { z } from 'zod'

/** A sentence by key of text/ with what fills its gaps; said in the reader's language on the page. */
export const sentenceSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Sentence = z.infer<typeof sentenceSchema>

/** Makes a sentence. */
export function say(key: string, params: Sentence['params'] = {}): Sentence {
  return { key, params }
}
