import { Modal } from '@mantine/core'
import { MarkReceipt } from '#renderer/app/mark-receipt.tsx'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import type { Text } from '#renderer/app/text.tsx'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import type { Tone } from '#renderer/ui/tone.ts'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** A credit on record: given, asked for, decided; what to tell the customer; taking back one's own request. */
export function CreditDialog({ adjustmentId, onClose }: CreditDialogProps) {
  const { t } = useText()
  const { data: view } = useDesk('adjustment.credit', { adjustmentId })
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      title={view ? t('goodwill.title.one', { reference: view.row.reference }) : t('matters.title')}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      {view && <Facts view={view} onClose={onClose} />}
    </Modal>
  )
}

interface CreditDialogProps {
  readonly adjustmentId: Id
  readonly onClose: () => void
}

function Facts({ view, onClose }: { readonly view: CreditView; readonly onClose: () => void }) {
  const own = useText()
  const { t, key, money, date, reader, refusal } = own
  const withdraw = useDeskCommand('adjustment.withdraw')
  const { row, isWaiting, isMine, decides } = view
  const spoken = textIn(own, view.language)
  return (
    <DialogForm
      refused={withdraw.refusal && refusal(withdraw.refusal)}
      leave={t('price.working.close')}
      onLeave={onClose}
      send={t('price.working.close')}
      onSend={onClose}
      hasNoLeave
    >
      <p className={text.row}>
        <Badge word={key(`goodwill.state.${row.state}`)} tone={toneOf(view)} />
        <MarkReceipt mark={view.mark} />
      </p>
      <RecordGrid columns={4}>
        <Record
          label={t('goodwill.amount')}
          value={money(row.amount_minor, true)}
          second={nameIn(namesOf(view.reasonName), reader.language)}
        />
        <Record label={t('goodwill.asked')} value={row.asked_name} second={date(row.asked_at)} />
        <Record
          label={t('goodwill.decides')}
          value={
            isWaiting
              ? decides === null
                ? t('goodwill.finance')
                : key(`role.${decides}`)
              : decidedBy(row, t('price.empty'))
          }
          {...(row.decided_at !== null && { second: date(row.decided_at) })}
        />
        <Record label={t('dispute.bill')} value={view.billNumber} second={date(view.billDate)} />
      </RecordGrid>
      {row.note !== '' && <p className={text.second}>{row.note}</p>}
      {row.decision_note !== '' && <p>{t('dispute.decision', { name: row.decided_name, note: row.decision_note })}</p>}
      <div>
        <span className={text.label}>{t('dispute.tell')}</span>
        <p>
          <Quote text={sayingOf(view, spoken)} lang={spoken.reader.language} />
        </p>
      </div>
      {isWaiting && isMine && (
        <div>
          <ActionButton label={t('goodwill.withdraw')} onClick={() => void withdraw.run({ adjustmentId: row.id })} />
        </div>
      )}
    </DialogForm>
  )
}

function decidedBy(
  { decided_name: name, asked_name: asked, grant_id: grant }: CreditView['row'],
  empty: string,
): string {
  if (name !== '') return name
  return grant === null ? empty : asked
}

function toneOf({ row, isWaiting }: CreditView): Tone {
  if (row.state === 'applied') return 'ok'
  if (row.state === 'approved') return 'desk'
  return isWaiting ? 'accent' : 'neutral'
}

function sayingOf({ row, isWaiting }: CreditView, { t }: Text): string {
  const sum = { amountMinor: row.amount_minor }
  if (row.state === 'applied') return t('goodwill.tell.given', sum)
  if (row.state === 'approved') return t('goodwill.tell.provisional', sum)
  return isWaiting ? t('goodwill.tell.asked', sum) : t('goodwill.tell.none')
}
