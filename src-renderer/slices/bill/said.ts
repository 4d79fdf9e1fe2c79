import type { Refusal } from '#shared/kernel/result.ts'
import type { Params, TextKey } from '#shared/text/translate.ts'

/** What became of the last thing done with a bill: worded when it is drawn, so that it speaks the language of the moment. */
export interface Said {
  readonly key: string
  readonly params?: Params
  /** Of a payment just taken: its receipt can be had beside the sentence. */
  readonly paymentId?: string
}

export function said(key: TextKey, params: Params = {}): Said {
  return { key, params }
}

export function refused({ code, details = {} }: Refusal): Said {
  return { key: `error.${code}`, params: details }
}
