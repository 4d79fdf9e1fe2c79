import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import text from '#renderer/ui/text.module.css'
import { lookOfState, type State, toneText } from '#renderer/ui/tone.ts'
import type { CaseView, Mark } from '#shared/domain/interaction/contract.ts'
import classes from './sign.module.css'

/** What the contract rests on, each with how true it is. */
export function ProofList({ view }: { readonly view: CaseView }) {
  const { t } = useText()
  const { marks, decision, reservation } = view
  const isPrePaid = view.fields.offer.billing === 'prePaid'
  const isProvisional = decision?.state === 'provisional'
  return (
    <ul className={classes.proof} aria-label={t('sign.proof')}>
      <Proof name={t('sign.proof.offer')} mark={marks.offer} />
      <Proof
        name={t('sign.proof.identity')}
        mark={marks.identity}
        isOpen={view.evidence !== null && view.evidence.state !== 'valid'}
      />
      {isPrePaid ? (
        <Proof name={t('sign.proof.credit.none')} second={t('sign.proof.notNeeded')} mark={marks.offer} />
      ) : (
        <Proof
          name={decision ? t('sign.proof.credit', { class: decision.class }) : t('sign.proof.credit.none')}
          second={isProvisional ? t('sign.proof.provisional') : undefined}
          mark={isProvisional ? { ...marks.credit, state: 'desk' } : marks.credit}
        />
      )}
      {view.plan?.segment !== 'fixed' && (
        <Proof
          name={t('sign.proof.number')}
          second={
            reservation?.held_until && reservation.state === 'reserved'
              ? t('sign.proof.heldUntil', { at: reservation.held_until })
              : undefined
          }
          mark={marks.number}
        />
      )}
    </ul>
  )
}

function Proof({ name, second, mark, isOpen = false }: ProofProps) {
  const { t } = useText()
  const state: State = isOpen || mark.state === 'none' ? 'waits' : mark.state
  const word = t(state === 'waits' ? 'mark.waits' : (`mark.${state}` as 'mark.confirmed')) // as: mark.STATE is written for each state
  const { icon, tone } = lookOfState[state]
  return (
    <li>
      <Icon name={icon} className={toneText(tone)} />
      <span>
        {name} {second !== undefined && <span className={text.second}>{second}</span>}
      </span>
      <span className={cx(classes.proofWord, toneText(tone))}>{word}</span>
    </li>
  )
}

interface ProofProps {
  readonly name: string
  readonly second?: string | undefined
  readonly mark: Mark
  readonly isOpen?: boolean
}
