import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { WorkColumns } from '#renderer/ui/case-frame.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { Coverage } from '#shared/domain/catalogue/coverage.ts'
import { accessWays } from '#shared/domain/catalogue/coverage.ts'
import { locales } from '#shared/text/translate.ts'
import classes from './offer.module.css'

/** Where a fixed line is to be, before any plan; below it what the network carries there, or what there is instead. */
export function LinePlace({ coverage, onMobile, ...props }: LinePlaceProps) {
  const say = useText()
  const { t } = say
  return (
    <WorkColumns>
      <div className={classes.place} role="group" aria-label={t('offer.address')}>
        <StepText
          step="offer"
          of={props}
          field="street"
          label={t('offer.address.street')}
          input={{ 'data-autofocus': true } as object}
        />
        <StepText step="offer" of={props} field="postalCode" label={t('offer.address.postalCode')} />
        <StepText step="offer" of={props} field="town" label={t('offer.address.town')} />
      </div>
      <p className={classes.carries} role="status">
        {coverage ? carried(coverage, say) : t('offer.address.first')}{' '}
        {coverage && waysOf(coverage, say).length === 0 && (
          <LinkButton label={t('offer.coverage.mobile')} onClick={onMobile} />
        )}
      </p>
    </WorkColumns>
  )
}

export interface LinePlaceProps extends StepPanelProps<'offer'> {
  readonly coverage: Coverage | null
  /** Looks at mobile plans instead. */
  readonly onMobile: () => void
}

function carried(coverage: Coverage, say: Text): string {
  const ways = waysOf(coverage, say)
  if (ways.length === 0) return say.t('offer.coverage.none')
  const joined = new Intl.ListFormat(locales[say.reader.language]).format(ways)
  const hasCable = coverage.fibre > 0 || coverage.dsl > 0
  return say.t(hasCable ? 'offer.coverage.here' : 'offer.coverage.instead', { ways: joined })
}

function waysOf(coverage: Coverage, { key }: Text): readonly string[] {
  return accessWays
    .filter((way) => coverage[way] > 0)
    .map((way) => key(`offer.coverage.way.${way}`, { mbit: coverage[way] }))
}
