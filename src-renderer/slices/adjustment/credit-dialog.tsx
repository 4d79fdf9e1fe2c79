import { Modal } from '@mantine/core'
import { useState } from 'react'
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
import { useKeptFocus } from '#renderer/ui/use-kept-focus.ts'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { creditStateKey, creditTone } from '#renderer/app/credit-words.ts'
import { AnswerCredit } from './answer-credit.tsx'
import { ReverseCredit } from './reverse-credit.tsx'

/** A credit on record: given, asked for, decided; what to tell the customer; taking back one's own request. */
export function CreditDialog({ adjustmentId, onClose }: CreditDialogProps) {
  const { t } = useText()
  const { data: view } = useDesk('adjustment.credit', { adjustmentId })
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      title={
        view
          ? t(view.row.kind === 'charge' ? 'charge.title.one' : 'goodwill.title.one', { reference: view.row.reference })
          : t('matters.title')
      }
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
  const { t, refusal } = useText()
  const kept = useKeptFocus<HTMLDivElement>()
  const withdraw = useDeskCommand('adjustment.withdraw')
  const [isReversing, setReversing] = useState(false)
  const { row, isWaiting, isMine, reverseOff } = view
  const isCharge = row.kind === 'charge'
  const canBeOff = reverseOff === null || reverseOff === 'NOT_GIVEN' ? undefined : reverseOff
  const refused = withdraw.refusal && refusal(withdraw.refusal)
  const takeBack = isWaiting && isMine && (
    <div>
      <ActionButton label={t('goodwill.withdraw')} onClick={() => void withdraw.run({ adjustmentId: row.id })} />
    </div>
  )
  if (view.mayAnswer)
    return (
      <div {...kept}>
        <AnswerCredit {...{ view, refused, onClose }}>
          <State view={view} />
          <Told view={view} />
          {takeBack}
        </AnswerCredit>
      </div>
    )
  return (
    <div {...kept}>
      {isReversing ? (
        <ReverseCredit view={view} onKeep={() => setReversing(false)}>
          <State view={view} />
        </ReverseCredit>
      ) : (
        <DialogForm
          refused={refused}
          leave={t('price.working.close')}
          onLeave={onClose}
          send={t('price.working.close')}
          onSend={onClose}
          hasNoLeave
        >
          <State view={view} />
          <Told view={view} />
          {takeBack}
          {reverseOff !== 'NOT_GIVEN' && (
            <div>
              <ActionButton
                label={t(isCharge ? 'reverse.open.charge' : 'reverse.open.credit')}
                reasonOff={canBeOff && refusal({ code: canBeOff, details: { leftMinor: view.reverseUpToMinor } })}
                onClick={() => setReversing(true)}
              />
            </div>
          )}
        </DialogForm>
      )}
    </div>
  )
}

/** Where it stands, how much, by whom, of which bill. */
function State({ view }: { readonly view: CreditView }) {
  const { t, key, money, date, reader } = useText()
  const { row, isWaiting, decides } = view
  return (
    <>
      <p className={text.row}>
        <Badge word={key(creditStateKey(view))} tone={creditTone(view)} />
        <MarkReceipt mark={view.mark} />
      </p>
      <RecordGrid columns={row.kind === 'charge' ? 3 : 4}>
        <Record
          label={t('goodwill.amount')}
          value={money(row.amount_minor, true)}
          second={nameIn(namesOf(view.reasonName), reader.language)}
        />
        <Record
          label={t(row.kind === 'charge' ? 'charge.by' : 'goodwill.asked')}
          value={row.asked_name}
          second={date(row.asked_at)}
        />
        {row.kind !== 'charge' && (
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
        )}
        {view.billNumber === '' ? (
          <Record label={t('dispute.bill')} value={t('price.empty')} />
        ) : (
          <Record label={t('dispute.bill')} value={view.billNumber} second={date(view.billDate)} />
        )}
      </RecordGrid>
    </>
  )
}

/** What was written about it, and what to tell the customer. */
function Told({ view }: { readonly view: CreditView }) {
  const own = useText()
  const { t } = own
  const { row } = view
  const spoken = textIn(own, view.language)
  return (
    <>
      {row.note !== '' && <p className={text.second}>{row.note}</p>}
      {row.question !== '' && !view.mayAnswer && (
        <p>
          {t('goodwill.question', { name: row.question_by, question: row.question })}
          {row.answer !== '' && ` ${t('goodwill.answered', { answer: row.answer })}`}
        </p>
      )}
      {row.decision_note !== '' && <p>{t('dispute.decision', { name: row.decided_name, note: row.decision_note })}</p>}
      {row.state === 'reversed' && row.reversed_at !== null && (
        <p>{t('reverse.by', { name: row.reversed_name, at: row.reversed_at, note: row.reversal_note })}</p>
      )}
      <div>
        <span className={text.label}>{t('dispute.tell')}</span>
        <p>
          <Quote text={sayingOf(view, spoken)} lang={spoken.reader.language} />
        </p>
      </div>
    </>
  )
}

function decidedBy(
  { decided_name: name, asked_name: asked, grant_id: grant }: CreditView['row'],
  empty: string,
): string {
  if (name !== '') return name
  return grant === null ? empty : asked
}

function sayingOf({ row, isWaiting }: CreditView, { t }: Text): string {
  const sum = { amountMinor: row.amount_minor }
  const isReversed = row.state === 'reversed'
  if (row.kind === 'charge') return t(isReversed ? 'charge.tell.reversed' : 'charge.tell', sum)
  if (isReversed) return t('goodwill.tell.reversed', sum)
  if (row.state === 'applied') return t('goodwill.tell.given', sum)
  if (row.state === 'approved') return t('goodwill.tell.provisional', sum)
  return isWaiting ? t('goodwill.tell.asked', sum) : t('goodwill.tell.none')
}
