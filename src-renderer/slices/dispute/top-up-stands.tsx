import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import type { TopUpOfMatter } from '#shared/domain/dispute/decision-contract.ts'
import { StandsTable } from './before-after-table.tsx'

/** What the customer has to the good, and what of the top-up nobody gave back: now, and once it is decided so. */
export function TopUpStands({ topUp, grantedMinor }: TopUpStandsProps) {
  const text = useText()
  const { t } = text
  const { creditMinor, leftMinor } = topUp
  return (
    <StandsTable
      after={t('decision.topUp.after', { amountMinor: grantedMinor })}
      grantedMinor={grantedMinor}
      rows={[
        {
          what: t('decision.topUp.row.credit'),
          now: creditText(creditMinor, text),
          after: creditText(creditMinor + grantedMinor, text),
        },
        {
          what: t('decision.topUp.row.left'),
          now: leftText(topUp, leftMinor, text),
          after: leftText(topUp, leftMinor - grantedMinor, text),
        },
      ]}
    />
  )
}

interface TopUpStandsProps {
  readonly topUp: TopUpOfMatter
  readonly grantedMinor: number
}

function creditText(amountMinor: number, { t }: Text): string {
  return amountMinor === 0 ? t('decision.due.nothing') : t('decision.topUp.toTheGood', { amountMinor })
}

function leftText({ topUpMinor }: TopUpOfMatter, leftMinor: number, { t }: Text): string {
  return t('decision.topUp.leftOf', { leftMinor, topUpMinor })
}
