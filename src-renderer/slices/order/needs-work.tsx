import { useState } from 'react'
import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { isTextKey } from '#shared/text/translate.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { needsSentence } from '#renderer/app/needs-sentence.ts'
import { type Text, textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import text from '#renderer/ui/text.module.css'
import { VersusTable } from '#renderer/ui/versus-table.tsx'
import { FieldChangedWays } from './field-changed-ways.tsx'
import { HeldEntries } from './held-entries.tsx'
import { HeldWays } from './held-ways.tsx'
import { KeptAsideWays } from './kept-aside-ways.tsx'
import { NumberTakenWays } from './number-taken-ways.tsx'
import { TakenOverWays } from './taken-over-ways.tsx'
import { OtherWays } from './other-ways.tsx'
import classes from './needs-you.module.css'
import { lastFigures, proposedNumber } from './proposed-number.ts'

/** One item: the sentence, the call, what differs, what stands already, and the ways on. */
export function NeedsWork({
  item,
  view,
  at,
}: {
  readonly item: NeedsYouItem
  readonly view: CaseView | undefined
  readonly at: string
}) {
  const said = useText()
  const { t } = said
  return (
    <>
      <p className={text.sentence}>{needsSentence(item, said)}</p>
      <Call item={item} language={view?.customer?.language} />
      {item.held !== null && <HeldEntries item={item} />}
      {item.held === null && (item.entered !== '' || item.differs.length > 0) && <Versus item={item} at={at} />}
      <p className={classes.confirmed}>
        {view !== undefined && view.confirmed.done > 0 && (
          <>
            <StateBadge state="confirmed" word={t('toSend.applied')} />{' '}
            <span className={text.second}>{t('needs.confirmed', view.confirmed)}</span>
          </>
        )}
      </p>
      <Ways item={item} view={view} />
    </>
  )
}

function Ways({ item, view }: { readonly item: NeedsYouItem; readonly view: CaseView | undefined }) {
  if (item.held !== null) return <HeldWays item={item} />
  if (item.isKeptAside) return <KeptAsideWays item={item} />
  if (item.code === 'FIELD_CHANGED') return <FieldChangedWays item={item} />
  if (item.code === 'CASE_TAKEN_OVER') return <TakenOverWays item={item} />
  return item.code === 'NUMBER_TAKEN' ? <NumberTakenWays item={item} view={view} /> : <OtherWays item={item} />
}

function Versus({ item, at }: { readonly item: NeedsYouItem; readonly at: string }) {
  const said = useText()
  const { t } = said
  const record = item.onRecord === '' ? t('needs.notAccepted') : shown(item.onRecord, item, said)
  return (
    <VersusTable
      heads={{
        differs: t('needs.differs'),
        entered: t(item.whose === 'mine' ? 'needs.entered' : 'needs.enteredThere'),
        enteredBy: `${item.capturedBy}, ${at}`,
        record: t('needs.record'),
        recordBy: t('needs.byAt', { name: recordedBy(item, said), at: recordedAt(item) }),
      }}
      rows={
        item.differs.length > 0
          ? item.differs.map((each) => ({
              label: said.key(`field.${each.name}`),
              entered: each.entered,
              record: each.onRecord === '' ? t('needs.none') : each.onRecord,
            }))
          : [{ label: differs(item, said), entered: shown(item.entered, item, said), record }]
      }
    />
  )
}

function Call({ item, language }: { readonly item: NeedsYouItem; readonly language: string | undefined }) {
  const own = useText()
  const { t } = own
  const spoken = textIn(own, language)
  const [isCopied, setCopied] = useState<boolean>()
  const number = item.contactNumber
  const call = () => {
    if (number === null) return
    // A host may keep the clipboard from us: the number stands on the button anyway.
    navigator.clipboard.writeText(number).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  const label = number === null ? t('needs.noNumber') : t('needs.call', { number })
  useActions(number === null ? [] : [{ id: 'call', label, icon: 'phone', keys: 'Alt C', run: call }])
  const proposed = proposedNumber(item)
  const sentence =
    item.code !== 'NUMBER_TAKEN'
      ? undefined
      : proposed === undefined
        ? spoken.t('needs.say.NUMBER_TAKEN.none')
        : spoken.t('needs.say.NUMBER_TAKEN', { last: lastFigures(proposed) })
  return (
    <div className={classes.call}>
      {number !== null && <ActionButton label={label} icon="phone" keys="Alt C" onClick={call} />}
      {isCopied !== undefined && <span role="status">{t(isCopied ? 'needs.callCopied' : 'needs.callDial')}</span>}
      {isCopied === undefined && sentence !== undefined && (
        <Quote text={sentence} lang={spoken.reader.language} quiet />
      )}
    </div>
  )
}

function differs(item: NeedsYouItem, { t }: Text): string {
  const { field } = item.details
  if (item.code === 'FIELD_CHANGED')
    return t(field === 'email' ? 'reason.email' : field === 'address' ? 'contact.addressTitle' : 'needs.number')
  const key = `needs.differs.${item.code}`
  return isTextKey(key) ? t(key) : t('needs.differs.other')
}

function recordedBy(item: NeedsYouItem, { t }: Text): string {
  const { heldBy: holder, changedBy, writerName } = item.details
  const heldBy = holder ?? changedBy ?? writerName
  return typeof heldBy === 'string' && heldBy !== '' ? heldBy : t('needs.core')
}

function recordedAt(item: NeedsYouItem): number {
  const takenAt = item.details['takenAt'] ?? item.details['changedAt'] ?? item.details['since']
  return typeof takenAt === 'number' ? takenAt : item.decidedAt
}

// A phone number as people write it, a sentence by key, or plain words.
function shown(value: string, item: NeedsYouItem, { key, money }: Text): string {
  if (item.type === 'payment.recordPayment' && /^\d+$/.test(value)) return money(Number(value))
  return /^\+\d{8,15}$/.test(value) ? formatMsisdn(value) : key(value, item.details)
}
