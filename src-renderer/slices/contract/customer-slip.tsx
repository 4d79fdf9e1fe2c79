import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Slip } from '#renderer/ui/paper.tsx'
import { savePdf } from '#renderer/ui/save-pdf.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { slipLines } from '#shared/text/slip-lines.ts'
import classes from './sign.module.css'

/** What a customer takes along while something is not confirmed; once it is signed, to print. */
export function CustomerSlip({ view }: { readonly view: CaseView }) {
  const own = useText()
  const { t, reader } = textIn(own, view.fields.sign.language)
  const place = useDesk('desk.status', {}).data?.deskName ?? ''
  const lines = slipLines(reader, {
    planName: view.planName,
    msisdn: view.plan?.segment === 'fixed' ? null : view.fields.offer.msisdn,
    dueNowMinor: view.quote?.dueNowMinor ?? null,
    depositMinor: view.quote?.depositMinor ?? 0,
    contactNumber: view.customer?.contact_number ?? null,
    reference: view.reference,
    agentName: view.openedBy,
    place,
  })
  return (
    <>
      <h3 className={classes.slip}>{own.t('sign.slip')}</h3>
      <Slip label={t('sign.slip')} heading={t('sign.slip.heading')} lines={lines} lang={reader.language} />
      {view.agreement && <PrintSlip caseId={view.caseId} />}
    </>
  )
}

function PrintSlip({ caseId }: { readonly caseId: string }) {
  const { t, refusal: sentenceOf } = useText()
  const [name, setName] = useState<string | undefined>(undefined)
  const slip = useDeskCommand('contract.slip')
  const save = async (): Promise<void> => {
    const result = await slip.run({ caseId })
    if (!result.ok) return
    savePdf(result.value.fileName, result.value.base64)
    setName(result.value.fileName)
  }
  return (
    <div className={classes.print}>
      <ActionButton
        small
        label={t('sign.slip.print')}
        icon="file-text"
        onClick={() => void save()}
        busy={slip.isBusy ? t('case.busy') : undefined}
        note={slip.refusal ? sentenceOf(slip.refusal) : name && t('sign.saved', { name })}
        noteTone={slip.refusal ? 'stuck' : 'second'}
      />
    </div>
  )
}
