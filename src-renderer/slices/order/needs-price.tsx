import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useText } from '#renderer/app/text.tsx'
import { PricePanel } from '#renderer/ui/price-panel.tsx'

/** The four sums of the case, for the call; their working stands in the case. */
export function NeedsPrice({ quote, onWorking }: { readonly quote: Quote; readonly onWorking: () => void }) {
  const { t, money } = useText()
  const hasBill = quote.firstBillOn !== null
  useActions([{ id: 'price', label: t('price.working.title'), icon: 'coin', keys: 'F8', run: onWorking }])
  return (
    <PricePanel
      label={t('price.label')}
      rows={[
        { label: t('price.dueNow'), amount: money(quote.dueNowMinor), isMain: true },
        { label: t('price.monthly'), amount: money(quote.monthlyMinor) },
        {
          label: hasBill ? t('price.firstBillOn', { on: quote.firstBillOn }) : t('price.firstBill'),
          second: hasBill
            ? t('price.firstBill.days', { days: quote.firstBillDays, of: quote.firstBillOfDays })
            : t('price.firstBill.none'),
          amount: money(quote.firstBillMinor),
        },
        { label: t('price.totalOver', { count: quote.totalMonths }), amount: money(quote.totalMinor) },
      ]}
      foot={{
        left: t(quote.taxIncluded ? 'price.taxIncluded' : 'price.taxExcluded', { currency: quote.currency }),
        right: t('price.working'),
        keys: 'F8',
      }}
      onWorking={onWorking}
    />
  )
}
