import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import classes from './pay-now.module.css'

/** The receipt of what was paid, to print or to keep. */
export function SaveReceipt({ caseId }: { readonly caseId: string }) {
  const { t, refusal: sentenceOf } = useText()
  const [fileName, setFileName] = useState<string | undefined>(undefined)
  const receipt = useDeskCommand('payment.receipt')
  const save = async (): Promise<void> => {
    const result = await receipt.run({ caseId })
    if (!result.ok) return
    savePdf(result.value.fileName, result.value.base64)
    setFileName(result.value.fileName)
  }
  return (
    <div className={classes.after}>
      <ActionButton
        label={t('payNow.receipt.print')}
        icon="file-text"
        onClick={() => void save()}
        busy={receipt.isBusy ? t('case.busy') : undefined}
        note={receipt.refusal ? sentenceOf(receipt.refusal) : fileName && t('payNow.receipt.saved', { fileName })}
        noteTone={receipt.refusal ? 'stuck' : 'second'}
      />
    </div>
  )
}
