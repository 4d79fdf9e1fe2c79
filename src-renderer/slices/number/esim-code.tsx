import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Slip } from '#renderer/ui/paper.tsx'
import { QrCode } from '#renderer/ui/qr-code.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import { readActivationCode } from '#shared/domain/number/activation-code.ts'
import { qrPath } from '#shared/domain/number/qr-path.ts'
import type { SimCardRow } from '#shared/domain/number/rows.ts'
import classes from './esim-code.module.css'

/** What the customer scans or types into the telephone to load the eSIM, on screen and on paper; nothing for a card. */
export function ESimCode({ sim, caseId }: { readonly sim: SimCardRow | null; readonly caseId: string }) {
  const { t } = useText()
  const text = sim?.activation_code ?? ''
  const code = readActivationCode(text)
  if (!code) return null
  const lines = [
    `${t('activation.eSim.address')}: ${code.address}`,
    `${t('activation.eSim.matching')}: ${code.matchingId}`,
  ]
  return (
    <section className={classes.eSim} aria-label={t('activation.eSim')}>
      <QrCode code={qrPath(text)} label={t('activation.eSim.scan')} />
      <div className={classes.words}>
        <Slip label={t('activation.eSim')} heading={t('activation.eSim')} lines={lines} />
        <p>{t('activation.eSim.how')}</p>
        <Print caseId={caseId} />
      </div>
    </section>
  )
}

function Print({ caseId }: { readonly caseId: string }) {
  const { t, refusal } = useText()
  const slip = useDeskCommand('number.eSimSlip')
  const [name, setName] = useState<string | undefined>(undefined)
  const save = async (): Promise<void> => {
    const result = await slip.run({ caseId })
    if (!result.ok) return
    savePdf(result.value.fileName, result.value.base64)
    setName(result.value.fileName)
  }
  return (
    <ActionButton
      small
      label={t('activation.eSim.print')}
      icon="file-text"
      onClick={() => void save()}
      busy={slip.isBusy ? t('case.busy') : undefined}
      note={slip.refusal ? refusal(slip.refusal) : name && t('sign.saved', { name })}
      noteTone={slip.refusal ? 'stuck' : 'second'}
    />
  )
}
