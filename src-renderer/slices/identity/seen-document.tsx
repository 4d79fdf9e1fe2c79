import { useDesk } from '#renderer/app/queries.ts'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import { stateName } from '#shared/domain/identity/state-codes.ts'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { locales } from '#shared/text/translate.ts'
import classes from './mrz.module.css'

/**
 * A document that was read: its facts, the number masked. Of one seen in an earlier case, what a caller can be asked about
 * stays hidden until the caller is verified: the screen gives no answer away.
 */
export function SeenDocument({ caseId, evidence, onAgain }: SeenDocumentProps) {
  const { t, key, date, reader } = useText()
  const spoken = useSpoken()
  const code = evidence.issuing_state
  const isOfCase = evidence.case_id === caseId
  const caller = useDesk('verification.caller', { customerId: evidence.customer_id, caseId }, { isOff: isOfCase }).data
  const isOpen = isOfCase || (caller?.level ?? 0) >= levelOfAct.readRecord
  const hidden = t('caller.hidden')
  return (
    <>
      {evidence.state === 'referred' && (
        <Message
          tone="late"
          cause={t('identity.referred')}
          say={spoken.t('identity.referred.say')}
          sayLang={spoken.reader.language}
        />
      )}
      <div className={classes.same}>
        <RecordGrid>
          <Record label={t('identity.record.surname')} value={evidence.surname} />
          <Record label={t('identity.record.givenNames')} value={evidence.given_names} />
          <Record
            label={t('identity.record.state')}
            value={code === 'UTO' ? t('identity.record.utopia') : (stateName(code, locales[reader.language]) ?? code)}
          />
          <Record label={key(`identity.kind.${evidence.kind}`)} value={isOpen ? evidence.document_masked : hidden} />
          <Record label={t('identity.record.born')} value={isOpen ? date(evidence.birth_date) : hidden} />
          <Record label={t('identity.record.expires')} value={date(evidence.expiry_date)} />
        </RecordGrid>
      </div>
      <div className={classes.same}>
        <LinkButton label={t('identity.anotherDocument')} onClick={onAgain} />
      </div>
    </>
  )
}

interface SeenDocumentProps {
  readonly caseId: Id
  readonly evidence: EvidenceRow
  readonly onAgain: () => void
}
