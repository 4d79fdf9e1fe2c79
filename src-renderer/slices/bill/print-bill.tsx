import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import type { Said } from './said.ts'
import { refused, said } from './said.ts'

/** The bill on paper, made of what this desk has, to print or to keep. */
export function PrintBill({ billId, onSaid }: PrintBillProps) {
  const { t } = useText()
  const print = useDeskCommand('bill.print')
  const run = async (): Promise<void> => {
    if (print.isBusy) return
    const made = await print.run({ billId })
    if (made.ok) savePdf(made.value.fileName, made.value.base64)
    onSaid(made.ok ? said('bills.printed', { fileName: made.value.fileName }) : refused(made.error))
  }
  useActions([{ id: 'printBill', label: t('bills.print'), icon: 'printer', run: () => void run() }])
  return <LinkButton label={t('bills.print')} icon="printer" onClick={() => void run()} isOff={print.isBusy} />
}

interface PrintBillProps {
  readonly billId: string
  readonly onSaid: (what: Said) => void
}
