import { Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { MarkReceipt } from '#renderer/app/mark-receipt.tsx'
import type { ChosenLine } from '#renderer/app/matter.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import { useKeptFocus } from '#renderer/ui/use-kept-focus.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { DisputeView } from '#shared/domain/dispute/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { billLineName } from '#shared/text/bill-line-words.ts'
import classes from './dispute.module.css'
import { EvidenceField } from './evidence-field.tsx'
import { EvidenceItem } from './evidence-item.tsx'
import { useEvidenceFiles } from './use-evidence-files.ts'
import { disputeSaying, disputeTone, topUpWay } from './dispute-words.ts'

/** A dispute on record: where it stands, what to tell the customer, and what an agent may still do about it. */
export function DisputeDialog({ disputeId, onClose, onAppeal }: DisputeDialogProps) {
  const { t } = useText()
  const { data: view } = useDesk('dispute.dispute', { disputeId })
  return (
    <Modal
      opened
      size={600}
      onClose={onClose}
      title={view ? t('dispute.title', { reference: view.row.reference }) : t('matters.title')}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      {view && <Facts view={view} onClose={onClose} onAppeal={onAppeal} />}
    </Modal>
  )
}

interface DisputeDialogProps {
  readonly disputeId: Id
  readonly onClose: () => void
  readonly onAppeal: (row: DisputeView['row'], chosen: readonly ChosenLine[]) => void
}

function Facts({ view, onClose, onAppeal }: Omit<DisputeDialogProps, 'disputeId'> & { readonly view: DisputeView }) {
  const own = useText()
  const { t, key, money, date, reader } = own
  const { row, mark, lines, topUp, evidence, isOpen, lastAppealOn } = view
  const spoken = textIn(own, view.language)
  const kept = useKeptFocus<HTMLDivElement>()
  // a top-up that was given back whole leaves nothing to appeal
  const isAllGiven = row.payment_id !== null && row.granted_minor >= row.claimed_minor
  const nameOf = (line: (typeof lines)[number]): string => (line.line ? billLineName(line.line, reader) : line.lineId)
  return (
    <div className={classes.dialog} {...kept}>
      <div className={classes.state}>
        <Badge word={key(`dispute.state.${row.state}`)} tone={disputeTone(view)} />
        <MarkReceipt mark={mark} />
      </div>
      <RecordGrid columns={4}>
        <Record label={t('dispute.claimed')} value={money(row.claimed_minor, true)} />
        {isOpen ? (
          <Record label={t('dispute.answerBy')} value={date(row.answer_by)} />
        ) : (
          <Record label={t('dispute.granted')} value={money(row.granted_minor, true)} />
        )}
        <Record label={t('dispute.filed')} value={row.filed_name} second={date(row.filed_at)} />
        {row.payment_id === null ? (
          <Record label={t('dispute.bill')} value={view.billNumber} second={date(view.billDate)} />
        ) : (
          topUp && <Record label={t('dispute.topUp')} value={money(topUp.topUpMinor, true)} second={date(topUp.at)} />
        )}
      </RecordGrid>
      <ul aria-label={t('dispute.lines')} className={classes.lines}>
        {lines.map((line) => (
          <li key={line.lineId} className={classes.line}>
            <span className={classes.name}>{nameOf(line)}</span>
            <span className={classes.sum}>
              {isOpen
                ? money(line.claimedMinor)
                : `${money(line.grantedMinor)} ${t('dispute.line.of', { amountMinor: line.claimedMinor })}`}
            </span>
          </li>
        ))}
        {topUp && (
          <li className={classes.line}>
            <span className={classes.name}>
              {t('dispute.topUp.line', { at: topUp.at })}
              <span className={classes.use}>
                {t('decision.topUp.by', { way: topUpWay(topUp, own), name: topUp.by })}
              </span>
            </span>
            <span className={classes.sum}>
              {isOpen
                ? money(row.claimed_minor)
                : `${money(row.granted_minor)} ${t('dispute.line.of', { amountMinor: row.claimed_minor })}`}
            </span>
          </li>
        )}
      </ul>
      <div>
        <span className={text.label}>{nameIn(namesOf(view.reasonName), reader.language)}</span>
        {row.words !== '' && (
          <p>
            <Quote text={row.words} lang={row.words_language} />
          </p>
        )}
        {evidence.map((one) => (
          <EvidenceItem key={`${one.kind}${one.reference}${one.text}`} disputeId={row.id} one={one} />
        ))}
      </div>
      {row.state === 'waitingForCustomer' && (
        <Message tone="late" cause={t('dispute.question', { question: row.question })} />
      )}
      {row.decision_note !== '' && row.decided_name !== '' && (
        <p>{t('dispute.decision', { name: row.decided_name, note: row.decision_note })}</p>
      )}
      {view.about !== null && <p className={text.second}>{t('dispute.appeals', { reference: view.about })}</p>}
      {view.appealedBy !== null && (
        <p className={text.second}>{t('dispute.appealedBy', { reference: view.appealedBy })}</p>
      )}
      <div>
        <span className={text.label}>{t('dispute.tell')}</span>
        <p>
          <Quote text={disputeSaying(view, spoken)} lang={spoken.reader.language} />
        </p>
      </div>
      {isOpen && <OpenWays view={view} />}
      <div className={classes.buttons}>
        {lastAppealOn !== null && !isAllGiven && (
          <ActionButton
            label={t('dispute.appealUntil', { on: lastAppealOn })}
            onClick={() =>
              onAppeal(
                row,
                lines.flatMap((line) => {
                  const amountMinor = line.claimedMinor - line.grantedMinor
                  return amountMinor > 0 ? [{ lineId: line.lineId, name: nameOf(line), amountMinor, uses: [] }] : []
                }),
              )
            }
          />
        )}
        <ActionButton label={t('price.working.close')} keys="Esc" onClick={onClose} />
      </div>
    </div>
  )
}

/** What the customer adds or answers, and taking it back. */
function OpenWays({ view: { row } }: { readonly view: DisputeView }) {
  const { t, refusal } = useText()
  const add = useDeskCommand('dispute.addWords')
  const withdraw = useDeskCommand('dispute.withdraw')
  const [words, setWords] = useState('')
  const files = useEvidenceFiles()
  const isEmpty = words.trim() === '' && files.files.length === 0
  const isWaiting = row.state === 'waitingForCustomer'
  const refused = add.refusal ?? withdraw.refusal
  const run = async (): Promise<void> => {
    if (isEmpty || add.isBusy) return
    const kept = await files.keep()
    if (!kept.ok) return
    const added = await add.run({ disputeId: row.id, words: words.trim(), evidence: kept.value })
    if (!added.ok) return
    setWords('')
    files.clear()
  }
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      {refused !== undefined && <Message tone="stuck" cause={refusal(refused)} isUrgent />}
      <Textarea
        label={t(isWaiting ? 'dispute.answerLabel' : 'dispute.addLabel')}
        lang={row.words_language}
        value={words}
        autosize
        minRows={1}
        maxRows={3}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
        {...(isWaiting && { 'data-autofocus': true })}
      />
      <EvidenceField files={files} />
      <div className={classes.buttons}>
        <ActionButton
          label={t('dispute.withdraw')}
          onClick={() => void withdraw.run({ disputeId: row.id, note: '' })}
        />
        <ActionButton
          label={t('dispute.add')}
          submits
          sayAt="hidden"
          reasonOff={isEmpty ? t(isWaiting ? 'dispute.answerLabel' : 'dispute.addLabel') : undefined}
        />
      </div>
    </form>
  )
}
