import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { maskDocumentNumber } from '#shared/domain/identity/mask.ts'
import type { MrzReading } from '#shared/domain/identity/mrz.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { Channel } from '#shared/domain/interaction/steps.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { isTextKey } from '#shared/text/translate.ts'
import classes from './mrz.module.css'

/** Why a document is not accepted: each reason in its own words, with the way on and what to tell the customer. */
export function IdentityRefused({ refused, channel }: { readonly refused: Refusal; readonly channel: Channel }) {
  const { key } = useText()
  const spoken = useSpoken()
  const base = `identity.refused.${refused.code}`
  const kindReason = `identity.refused.${String(refused.details?.['kindReason'] ?? refused.details?.['reason'] ?? '')}`
  const cause = key(isTextKey(kindReason) ? kindReason : base, refused.details)
  const customerId = refused.details?.['customerId']
  return (
    <div className={classes.message} data-wrong tabIndex={-1}>
      <Message
        tone="stuck"
        isUrgent
        cause={
          <>
            <b>{cause}</b> {key(`${base}.way`, refused.details)}
          </>
        }
        say={spoken.key(`${base}.say`)}
        sayLang={spoken.reader.language}
      >
        {typeof customerId === 'string' && (
          <OpenKnown customerId={customerId} name={String(refused.details?.['name'] ?? '')} channel={channel} />
        )}
      </Message>
    </div>
  )
}

/** The case goes on under the customer on record: a new case, where what is known is not asked again. */
export function OpenKnown({ customerId, name, channel }: { customerId: string; name: string; channel: Channel }) {
  const { t, refusal: sentenceOf } = useText()
  const start = useDeskCommand('interaction.startCase')
  const open = async (): Promise<void> => {
    const result = await start.run({ channel, customerId })
    if (result.ok) useDeskStore.getState().openCase(result.value.caseId)
  }
  return (
    <ActionButton
      small
      label={t('identity.known.open', { name })}
      onClick={() => void open()}
      reasonOff={start.refusal ? sentenceOf(start.refusal) : undefined}
    />
  )
}

/** Whether the lines are still those of the document that back office did not accept. */
export function isTurnedDown({ evidence }: CaseView, { documentNumber }: MrzReading): boolean {
  return evidence?.state === 'refused' && maskDocumentNumber(documentNumber) === evidence.document_masked
}

/** The additional check said no: another document is the way on. */
export function TurnedDown() {
  const { t } = useText()
  const spoken = useSpoken()
  return (
    <div className={classes.message}>
      <Message
        tone="stuck"
        isUrgent
        cause={t('identity.notAccepted')}
        say={spoken.t('identity.notAccepted.say')}
        sayLang={spoken.reader.language}
      />
    </div>
  )
}

/** What is wrong with the document itself: as the desk refused it, else as it judges the lines saved so far. */
export function refusedDocument(
  view: CaseView,
  refusal: Refusal | undefined,
  reading: MrzReading,
): Refusal | undefined {
  if (refusal?.code === 'PERSON_KNOWN') return refusal
  if (refusal?.code === 'IDENTITY_REFUSED') {
    const { reason, ...details } = refusal.details ?? {}
    return typeof reason === 'string' ? { code: reason, details } : undefined
  }
  if (reading.reason === 'EMPTY' || reading.progress !== undefined) return undefined
  const missing = view.steps.find(({ step }) => step === 'identity')?.missing ?? []
  const found = missing.find(({ sentence }) => sentence.key.startsWith(documentKey))?.sentence
  if (!found || found.key.startsWith(`${documentKey}MRZ_`)) return undefined
  return { code: found.key.slice(documentKey.length), details: found.params }
}

const documentKey = 'missing.document.'
