import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { commandName } from '#renderer/app/needs-sentence.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'

/** What was entered and takes effect only when a supervisor says so: each entry by its name, what it was, and when. */
export function HeldEntries({ item }: { readonly item: NeedsYouItem }) {
  const text = useText()
  return (
    <RecordGrid columns={2}>
      {item.held?.entries.map((entry) => (
        <Record
          key={entry.commandId}
          label={commandName(entry.type, text)}
          value={shown(entry.type, entry.entered, text)}
          second={text.t('needs.held.entered', { at: entry.capturedAt })}
        />
      ))}
    </RecordGrid>
  )
}

/** A phone number as people write it, a sum in the market's money, a sentence by key, or plain words. */
function shown(type: string, value: string, { t, key, money }: Text): string {
  if (value === '') return t('needs.held.asNamed')
  if (type === 'payment.recordPayment' && /^\d+$/.test(value)) return money(Number(value))
  return /^\+\d{8,15}$/.test(value) ? formatMsisdn(value) : key(value)
}
