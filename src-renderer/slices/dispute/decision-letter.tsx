import { useSpoken, useText } from '#renderer/app/text.tsx'
import { Paper } from '#renderer/ui/paper.tsx'
import { lastAppealDay } from '#shared/domain/dispute/deadlines.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { Letter } from '#shared/domain/dispute/letter.ts'
import { creditLetter, decidedLetter } from '#shared/domain/dispute/letter.ts'
import { addDays } from '#shared/kernel/date.ts'
import { letterText } from '#shared/text/letter-text.ts'
import type { Decision } from './use-decision.ts'
import classes from './decision.module.css'

/** What the core will write to the customer, in their language, as the decision stands: the very sentences. */
export function DecisionLetter({ matter, decision }: { readonly matter: Matter; readonly decision: Decision }) {
  const { t } = useText()
  const { reader } = useSpoken()
  const letter = letterOf(matter, decision, reader.language)
  if (letter === undefined) return null
  const { subject, letter: said } = letterText(reader, letter)
  return (
    <Paper label={t('decision.letter')} lang={reader.language}>
      {/* as long as it is: read on by wheel or by arrows */}
      <div className={classes.letter} tabIndex={0} role="group" aria-label={subject}>
        {said.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Paper>
  )
}

function letterOf(matter: Matter, { grant, note }: Decision, language: string): Letter | undefined {
  const { bill, topUp, dispute, today } = matter
  const { disputes } = matter.policy
  if (bill === null && topUp === null) return undefined
  const of = { number: bill?.number ?? '', openMinor: bill?.open_minor ?? 0, note }
  const grantedMinor = grant?.grantedMinor ?? 0
  if (dispute === null) return creditLetter({ ...of, amountMinor: grantedMinor })
  return decidedLetter({
    ...{ ...of, reference: dispute.reference, claimedMinor: dispute.claimed_minor, grantedMinor },
    due: addDays(today, disputes.newDueDays),
    appealUntil: dispute.about_id === null ? lastAppealDay(today, disputes) : null,
    turnTo: disputes.turnTo[language] ?? '',
  })
}
