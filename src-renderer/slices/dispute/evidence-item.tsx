import { useState } from 'react'
import { useMatterStore } from '#renderer/app/matter.store.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { saveBytes } from '#renderer/ui/save-file.ts'
import text from '#renderer/ui/text.module.css'
import type { Evidence } from '#shared/domain/dispute/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import classes from './dispute.module.css'

/** One thing that was shown for a dispute: a note, a usage record, a recording by its reference, a file to look at. */
export function EvidenceItem({ disputeId, one }: EvidenceItemProps) {
  const { t, refusal } = useText()
  const { matter, show } = useMatterStore()
  const fetch = useDeskCommand('dispute.evidenceFile')
  const [said, setSaid] = useState<string>()
  if (one.kind !== 'file')
    return (
      <span className={classes.shown}>
        <Icon name="paperclip" size={14} />
        <span>
          {one.kind === 'recording'
            ? t('dispute.evidence.recorded', { reference: one.reference })
            : one.text === ''
              ? one.reference
              : one.text}
        </span>
      </span>
    )
  const look = async (): Promise<void> => {
    if (fetch.isBusy) return
    const asked = await fetch.run({ disputeId, sha256: one.reference })
    if (!asked.ok) return setSaid(refusal(asked.error))
    setSaid(undefined)
    if (asked.value.mime !== 'application/pdf') return show({ kind: 'evidence', file: asked.value, from: matter })
    saveBytes(asked.value.fileName, asked.value.base64, asked.value.mime)
    setSaid(t('dispute.evidence.saved', { name: asked.value.fileName }))
  }
  return (
    <span className={classes.shown}>
      <LinkButton label={one.text} icon="paperclip" onClick={() => void look()} />
      <span role="status" className={text.second}>
        {said}
      </span>
    </span>
  )
}

interface EvidenceItemProps {
  readonly disputeId: Id
  readonly one: Evidence[number]
}
