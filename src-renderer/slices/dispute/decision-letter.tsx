import type { Text } from '#renderer/app/text.tsx'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { Paper } from '#renderer/ui/paper.tsx'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Decision } from './use-decision.ts'
import classes from './decision.module.css'

/** What the customer will be told, in their language, as the decision stands. */
export function DecisionLetter({ matter, decision }: { readonly matter: Matter; readonly decision: Decision }) {
  const { t } = useText()
  const spoken = useSpoken()
  const grantedMinor = decision.grant?.grantedMinor ?? 0
  return (
    <Paper label={t('decision.letter')} lang={spoken.reader.language}>
      <p className={classes.letter}>
        <b>{spoken.t('decision.letter.dear', { name: matter.customerName })}</b> {bodyOf(matter, grantedMinor, spoken)}{' '}
        {matter.kind === 'dispute' &&
          spoken.t(grantedMinor > 0 ? 'decision.letter.end' : 'decision.letter.endNone', {
            days: matter.policy.disputes.appealDays,
          })}
      </p>
    </Paper>
  )
}

function bodyOf({ kind, claimedMinor, today, policy }: Matter, grantedMinor: number, { t, money }: Text): string {
  const [claimed, granted] = [money(claimedMinor, true), money(grantedMinor, true)]
  if (kind === 'credit')
    return grantedMinor > 0 ? t('decision.letter.credit', { granted }) : t('decision.letter.noCredit', { claimed })
  if (grantedMinor >= claimedMinor) return t('decision.letter.all', { claimed })
  const on = addDays(today, policy.disputes.newDueDays)
  if (grantedMinor === 0) return t('decision.letter.none', { claimed, on })
  return t('decision.letter.part', { claimed, granted, rest: money(claimedMinor - grantedMinor, true), on })
}
