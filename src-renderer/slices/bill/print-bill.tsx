import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { Said } from './said.ts'
import { refused, said } from './said.ts'

/** The bill on paper, made of what this desk has, to print or to keep. */
export function PrintBill({ bill, onSaid }: PrintBillProps) {
  const { t } = useText()
  const print = useDeskCommand('bill.print')
  const run = async (): Promise<void> => {
    if (print.isBusy) return
    const made = await print.run({
      billId: bill.id,
      kept: { customerId: bill.customer_id, billDate: bill.bill_date },
    })
    if (made.ok) savePdf(made.value.fileName, made.value.base64)
    onSaid(made.ok ? said('bills.printed', { fileName: made.value.fileName }) : refused(made.error))
  }
  useActions([{ id: 'printBill', label: t('bills.print'), icon: 'printer', run: () => void run() }])
  return <LinkButton label={t('bills.print')} icon="printer" onClick={() => void run()} isOff={print.isBusy} />
}

interface PrintBillProps {
  readonly bill: BillRow
  readonly onSaid: (what: Said) => void
}
