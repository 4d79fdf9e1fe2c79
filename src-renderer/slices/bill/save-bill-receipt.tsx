import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import type { Said } from './said.ts'
import { refused, said } from './said.ts'

/** The receipt of a payment at the counter, to print or to keep. */
export function SaveBillReceipt({ paymentId, onSaid }: SaveBillReceiptProps) {
  const { t } = useText()
  const receipt = useDeskCommand('bill.receipt')
  const run = async (): Promise<void> => {
    if (receipt.isBusy) return
    const made = await receipt.run({ paymentId })
    if (made.ok) savePdf(made.value.fileName, made.value.base64)
    onSaid(made.ok ? said('payNow.receipt.saved', { fileName: made.value.fileName }) : refused(made.error))
  }
  return <LinkButton label={t('bills.receipt')} icon="file-text" onClick={() => void run()} isOff={receipt.isBusy} />
}

interface SaveBillReceiptProps {
  readonly paymentId: string
  readonly onSaid: (what: Said) => void
}
