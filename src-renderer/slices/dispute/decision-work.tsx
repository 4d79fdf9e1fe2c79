import { useText } from '#renderer/app/text.tsx'
import { Message } from '#renderer/ui/message.tsx'
import look from '#renderer/ui/text.module.css'
import { authoritiesOf } from '#shared/domain/adjustment/authority.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { AlikeMatters } from './alike-matters.tsx'
import { BeforeAfter } from './before-after-table.tsx'
import { DecisionLetter } from './decision-letter.tsx'
import { TopUpStands } from './top-up-stands.tsx'
import { TopUpTable } from './top-up-table.tsx'
import { UsageTable } from './usage-table.tsx'
import type { Decision } from './use-decision.ts'
import classes from './decision.module.css'

/** What keeps one from deciding, those just like it, the figures, the line by its usage, why that much; at the foot before and after, and the letter. */
export function DecisionWork({ matter, decision, session, said, isRefused, onDecided }: WorkProps) {
  const { t, say } = useText()
  const { recommendation, facts, dispute, credit, topUp } = matter
  const { amountMinor, reasons } = recommendation
  return (
    <div className={classes.decide}>
      {said !== undefined && <Message tone={isRefused ? 'stuck' : 'neutral'} cause={said} />}
      <AlikeMatters key={matter.id} matter={matter} onDecided={onDecided} />
      <Figures {...{ matter, session }} />
      {matter.bill !== null && <UsageTable matter={matter} />}
      {topUp !== null && <TopUpTable topUp={topUp} claimedMinor={matter.claimedMinor} />}
      {credit !== null && <CreditWords credit={credit} />}
      <p>
        <b className={classes.bold}>
          {amountMinor === 0 ? t('decision.whyNothing') : t('decision.why', { amountMinor })}
        </b>{' '}
        {reasons.map((reason) => say(reason)).join(' ')}
        {facts.signed !== null &&
          ` ${t('decision.signedBefore', { name: facts.signed.name, amountMinor: facts.signed.amountMinor })}`}
        {dispute !== null && dispute.question !== '' && ` ${t('decision.question')}: ${dispute.question}`}
      </p>
      <div className={classes.foot}>
        {decision.stands && <BeforeAfter stands={decision.stands} grantedMinor={decision.grant?.grantedMinor ?? 0} />}
        {topUp !== null && <TopUpStands topUp={topUp} grantedMinor={decision.grant?.grantedMinor ?? 0} />}
        <DecisionLetter {...{ matter, decision }} />
      </div>
    </div>
  )
}

/** What was written of a credit that was asked for: the note, what was asked back and the answer. */
function CreditWords({ credit }: { readonly credit: NonNullable<Matter['credit']> }) {
  const { t } = useText()
  const { note, question, question_by: name, answer } = credit
  return (
    <>
      {note !== '' && <p className={look.second}>{note}</p>}
      {question !== '' && (
        <p>
          {t('goodwill.question', { name, question })}
          {answer !== '' && <b className={classes.bold}> {t('goodwill.answered', { answer })}</b>}
        </p>
      )}
    </>
  )
}

interface WorkProps {
  readonly matter: Matter
  readonly decision: Decision
  readonly session: Session
  /** Why it cannot be decided here, or why the core refused. */
  readonly said: string | undefined
  readonly isRefused: boolean
  readonly onDecided: (ids: readonly string[]) => void
}

/** Claimed, recommended, what one may give an item and today, and what this customer got. */
function Figures({ matter, session }: Pick<WorkProps, 'matter' | 'session'>) {
  const { t, money } = useText()
  const { facts, policy, delegations, today, recommendation, claimedMinor, kind } = matter
  const [authority] = authoritiesOf(session, delegations, today, policy.authority).toSorted(
    (a, b) => b.limits.perItemMinor - a.limits.perItemMinor,
  )
  const dayMinor = authority ? (facts.dayMinor[authority.userId] ?? 0) : 0
  const leftMinor = Math.max(0, (authority?.limits.perDayMinor ?? 0) - dayMinor)
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t(kind === 'dispute' ? 'decision.claimed' : 'decision.asked')}</dt>
        <dd>{money(claimedMinor)}</dd>
      </div>
      <div className={classes.main}>
        <dt>{t('decision.recommended')}</dt>
        <dd>{money(recommendation.amountMinor)}</dd>
      </div>
      <div>
        <dt>{t('decision.authority')}</dt>
        <dd>
          {money(authority?.limits.perItemMinor ?? 0)} <span>{t('decision.authority.item', { leftMinor })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('decision.customer', { days: policy.authority.customerDays })}</dt>
        <dd>
          {money(facts.customerMinor)}{' '}
          <span>{t('decision.customer.of', { limitMinor: authority?.limits.perCustomerMinor ?? 0 })}</span>
        </dd>
      </div>
    </dl>
  )
}
