import { useText } from '#renderer/app/text.tsx'
import { WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { PromotionChoice } from '#shared/domain/catalogue/contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import classes from './offer.module.css'

/** Promotions of what is chosen: those given by themselves, and those that are not with the reason. */
export function PromotionList({ promotions }: { readonly promotions: readonly PromotionChoice[] }) {
  const { t, say, reader } = useText()
  if (promotions.length === 0) return null
  return (
    <WorkColumns>
      <ul className={classes.promotions} aria-label={t('offer.promotions')}>
        {promotions.map(({ promotion, name, isGiven, reason }) => {
          const words = nameIn(name, reader.language)
          return (
            <li key={promotion.id} className={isGiven ? undefined : classes.notGiven}>
              <Icon name={isGiven ? 'check' : 'minus'} size={14} />
              {isGiven
                ? t('offer.promotion.given', { name: words })
                : t('offer.promotion.off', { name: words, reason: reason ? say(reason) : '' })}
            </li>
          )
        })}
      </ul>
    </WorkColumns>
  )
}
