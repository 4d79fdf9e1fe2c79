import { useText } from '#renderer/app/text.tsx'
import { Slip } from '#renderer/ui/paper.tsx'
import { readActivationCode } from '#shared/domain/number/activation-code.ts'
import type { SimCardRow } from '#shared/domain/number/rows.ts'
import classes from './port-in.module.css'

/** What the customer types into the telephone to load the eSIM; nothing for a card. */
export function ESimCode({ sim }: { readonly sim: SimCardRow | null }) {
  const { t } = useText()
  const code = sim ? readActivationCode(sim.activation_code) : undefined
  if (!code) return null
  const lines = [
    `${t('activation.eSim.address')}: ${code.address}`,
    `${t('activation.eSim.matching')}: ${code.matchingId}`,
  ]
  return (
    <section className={classes.status} aria-label={t('activation.eSim')}>
      <Slip label={t('activation.eSim')} heading={t('activation.eSim')} lines={lines} />
      <p>{t('activation.eSim.how')}</p>
    </section>
  )
}
