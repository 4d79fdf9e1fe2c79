import type { Text } from '#renderer/app/text.tsx'
import { spanText } from '#renderer/app/moments.ts'
import type { Call } from '#shared/domain/phone/contract.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'

/** The number for people; that it is hidden, where it is. */
export function numberOf({ number }: Call, { t }: Text): string {
  return number === '' ? t('call.hidden') : formatMsisdn(number)
}

/** What the queue says it is about, and how long the caller waited. */
export function queueOf({ queue: written, waitedS }: Call, { t, key }: Text): string {
  // the demonstration's queue is a key of text/; what a telephone says is no key and stays as it is
  const queue = key(written)
  if (queue === '') return ''
  return waitedS === null ? queue : t('call.queue', { queue, span: spanText(waitedS * 1000) })
}
