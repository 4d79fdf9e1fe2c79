import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import { isAtDistance } from '#shared/domain/contract/acceptance.ts'
import type { AgreementRow } from '#shared/domain/contract/rows.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import classes from './sign.module.css'

/** A sealed contract: when, its hash, and the paper itself to keep. */
export function SealedContract({ view, agreement }: { readonly view: CaseView; readonly agreement: AgreementRow }) {
  const { t, refusal: sentenceOf } = useText()
  const [savedAs, setSavedAs] = useState<string | undefined>(undefined)
  const document = useDeskCommand('contract.document')
  const save = async (): Promise<void> => {
    const result = await document.run({ caseId: view.caseId })
    if (!result.ok) return
    savePdf(result.value.fileName, result.value.base64)
    setSavedAs(result.value.fileName)
  }
  const isConfirmed = view.marks.agreement.state === 'confirmed'
  return (
    <div className={classes.done}>
      <StateBadge
        state={isConfirmed ? 'confirmed' : 'desk'}
        word={t(isAtDistance(agreement.acceptance) ? 'sign.done.phone' : 'sign.done', { at: agreement.signed_at })}
      />
      <span className={classes.hash}>{t('sign.hash', { hash: agreement.document_hash })}</span>
      <ActionButton
        label={t('sign.save')}
        icon="file-text"
        onClick={() => void save()}
        busy={document.isBusy ? t('case.busy') : undefined}
        note={document.refusal ? sentenceOf(document.refusal) : savedAs && t('sign.saved', { name: savedAs })}
        noteTone={document.refusal ? 'stuck' : 'second'}
      />
    </div>
  )
}
