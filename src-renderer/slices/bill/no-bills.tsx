import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useText } from '#renderer/app/text.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { BillsView } from '#shared/domain/bill/contract.ts'

/** No bill: when the first one comes, why none will, or who else gets it. */
export function NoBills({ bills: { hasBilledLine, nextBillOn, paidBy } }: { readonly bills: BillsView }) {
  const { t } = useText()
  const openBill = useDeskStore((state) => state.openBill)
  const [payer] = paidBy
  const hint = payer
    ? t('bills.paidBy', { name: payer.name })
    : hasBilledLine
      ? t('bills.none.hint', { on: nextBillOn })
      : t('bills.none.never')
  return (
    <Empty icon="invoice" title={t('bills.none')} hint={hint}>
      {payer && (
        <LinkButton label={t('bills.paidBy.open', { name: payer.name })} onClick={() => openBill(payer.customerId)} />
      )}
    </Empty>
  )
}
