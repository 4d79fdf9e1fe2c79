import { useActions } from '#renderer/app/hot-keys.ts'
import { useMatterStore } from '#renderer/app/matter.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { Row } from '#renderer/ui/row-table.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import text from '#renderer/ui/text.module.css'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { DisputeView } from '#shared/domain/dispute/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { creditStateKey } from '#renderer/app/credit-words.ts'
import classes from './dispute.module.css'
import { disputeTone } from './dispute-words.ts'

/** A customer's disputes and credits, newest first, each with its state; a credit that decided a dispute stands in it. */
export function MattersPanel({ customerId }: { readonly customerId: Id }) {
  const { t, key, date, money, reader, refusal } = useText()
  const { data } = useDesk('dispute.ofCustomer', { customerId })
  const show = useMatterStore((state) => state.show)
  const account = useDesk('adjustment.chargeRoom', { customerId, billId: null, reason: '' })
  const chargeOff = account.refusal
    ? refusal(account.refusal)
    : account.data?.never === 'NO_AUTHORITY'
      ? t('error.NO_AUTHORITY')
      : undefined
  const charge = (): void => show({ kind: 'charge', customerId, billId: null, caseId: null })
  useActions([
    { id: 'charge', label: t('charge.title'), icon: 'receipt', keys: 'Alt G', reasonOff: chargeOff, run: charge },
  ])
  if (!data) return null
  const ofDispute = (view: DisputeView): Dated => ({
    at: view.row.filed_at,
    row: {
      id: view.row.id,
      cells: {
        when: date(view.row.filed_at),
        what: `${t('dispute.title', { reference: view.row.reference })}, ${nameIn(namesOf(view.reasonName), reader.language)}`,
        state: (
          <Badge
            word={view.mark.state === 'desk' ? t('mark.desk') : key(`dispute.state.${view.row.state}`)}
            tone={view.mark.state === 'desk' ? 'desk' : disputeTone(view)}
          />
        ),
        amount: money(view.isOpen ? view.row.claimed_minor : view.row.granted_minor),
        open: (
          <LinkButton label={t('matters.open')} onClick={() => show({ kind: 'dispute', disputeId: view.row.id })} />
        ),
      },
    },
  })
  const ofCredit = (view: CreditView): Dated => ({
    at: view.row.asked_at,
    row: {
      id: view.row.id,
      cells: {
        when: date(view.row.asked_at),
        what: `${t(view.row.kind === 'charge' ? 'charge.title.one' : 'goodwill.title.one', { reference: view.row.reference })}, ${nameIn(namesOf(view.reasonName), reader.language)}`,
        state: (
          <Badge
            word={key(creditStateKey(view))}
            tone={view.row.state === 'applied' ? 'ok' : view.mark.state === 'desk' ? 'desk' : 'neutral'}
          />
        ),
        amount: money(view.row.amount_minor),
        open: (
          <LinkButton label={t('matters.open')} onClick={() => show({ kind: 'credit', adjustmentId: view.row.id })} />
        ),
      },
    },
  })
  const rows = [
    ...data.disputes.map(ofDispute),
    ...data.credits.filter(({ row }) => row.dispute_id === null).map(ofCredit),
  ].toSorted((a, b) => b.at - a.at)
  return (
    <>
      <div className={classes.panelHead}>
        <h2 className={text.title}>{t('matters.title')}</h2>
        <ActionButton
          small
          label={t('charge.title')}
          keys="Alt G"
          sayAt="hidden"
          reasonOff={chargeOff}
          onClick={charge}
        />
      </div>
      {rows.length === 0 ? (
        <Empty icon="flag" title={t('matters.none')} hint={t('matters.noneHint')} />
      ) : (
        <RowTable
          label={t('matters.title')}
          showHead
          columns={[
            { key: 'when', head: t('home.col.when'), width: 80, look: 'time' },
            { key: 'what', head: t('matters.col.what') },
            { key: 'state', head: t('home.col.state'), width: 190 },
            { key: 'amount', head: t('bills.col.amount'), width: 90, isNumber: true },
            { key: 'open', head: t('matters.col.open'), width: 76, isNumber: true },
          ]}
          rows={rows.map(({ row }) => row)}
        />
      )}
    </>
  )
}

interface Dated {
  readonly at: number
  readonly row: Row
}
