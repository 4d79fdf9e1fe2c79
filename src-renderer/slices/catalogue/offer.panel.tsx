import { type ReactNode, useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { MarkReceipt, StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { StepTitle, WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Tick } from '#renderer/ui/tick.tsx'
import { switchAddOn } from '#shared/domain/catalogue/basket-rules.ts'
import type { OfferChoice } from '#shared/domain/catalogue/contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { DeviceChoice } from './device-choice.tsx'
import { LinePlace } from './line-place.tsx'
import classes from './offer.module.css'
import { OfferTable } from './offer-table.tsx'
import { PromotionList } from './promotion-list.tsx'

/** Plans of one kind with their whole price, add-ons, and below them whatever belongs to the line (`children`: number, SIM). */
export function OfferPanel({ children, ...props }: StepPanelProps<'offer'> & { readonly children: ReactNode }) {
  const { t, key, refusal: sentenceOf } = useText()
  const { view, fields, change } = props
  const { segment, billing } = fields
  const asked = useDesk('catalogue.offers', { caseId: view.caseId, segment, billing }, { keeps: true })
  const offers = asked.data
  const [devicesFor, setDevicesFor] = useState<string | null>(null)
  const devices = fields.planId === null ? [] : (offers?.devices ?? [])
  // most lines are sold without a device: the choice opens when it is asked for
  const isDeviceFolded =
    devices.length > 0 && fields.deviceId === null && devicesFor !== fields.planId && (offers?.addOns.length ?? 0) > 0
  const pricesOf = view.priceListAt === null ? {} : { second: t('mark.pricesOf', { at: view.priceListAt }) }
  const receipt = <StepReceipt view={view} step="offer" mark={view.marks.offer} typed={fields} {...pricesOf} />
  const showSegment = (to: 'mobile' | 'fixed'): void => {
    const { customer } = view
    // a known customer's own address is where the line most likely goes
    const isToFill = to === 'fixed' && fields.street === '' && customer !== null
    change({
      segment: to,
      ...emptied,
      ...(isToFill && {
        street: customer.street ?? '',
        postalCode: customer.postal_code ?? '',
        town: customer.town ?? '',
      }),
    })
  }
  return (
    <>
      <StepTitle title={t('offer.title')}>
        <Choice
          label={t('offer.segment')}
          value={segment}
          onChange={showSegment}
          options={(['mobile', 'fixed'] as const).map((value) => ({ value, label: key(`offer.segment.${value}`) }))}
        />
        <Choice
          label={t('offer.billing')}
          value={billing}
          onChange={(to) => change({ billing: to, ...emptied })}
          options={(['postPaid', 'prePaid'] as const).map((value) => ({ value, label: key(`offer.billing.${value}`) }))}
        />
      </StepTitle>
      {segment === 'fixed' && (
        <LinePlace {...props} coverage={offers?.coverage ?? null} onMobile={() => showSegment('mobile')} />
      )}
      <WorkColumns receipt={receipt}>
        {offers === undefined ? (
          <Empty icon="hourglass" title={asked.refusal ? sentenceOf(asked.refusal) : t('offer.waits')} />
        ) : offers.plans.length === 0 ? (
          <Empty title={t('offer.none')} hint={t('offer.none.hint')} />
        ) : (
          <OfferTable
            plans={offers.plans}
            chosen={fields.planId}
            onChoose={(planId) => change({ planId })}
            onCheckCredit={() => props.openStep('credit')}
          />
        )}
      </WorkColumns>
      {offers !== undefined && offers.addOns.length > 0 && (
        <WorkColumns receipt={<MarkReceipt mark={view.marks.offer} />}>
          <div className={classes.extras}>
            <AddOns addOns={offers.addOns} chosen={fields.addOnIds} onChoose={(addOnIds) => change({ addOnIds })} />
            {isDeviceFolded && (
              <LinkButton
                label={t('offer.device.add', { count: devices.length })}
                onClick={() => setDevicesFor(fields.planId)}
              />
            )}
          </div>
        </WorkColumns>
      )}
      {devices.length > 0 && !isDeviceFolded && <DeviceChoice {...props} devices={devices} />}
      {offers !== undefined && <PromotionList promotions={offers.promotions} />}
      {children}
    </>
  )
}

/** What goes when the kind of line or the way it is paid changes. */
const emptied: Pick<StepFields['offer'], 'planId' | 'addOnIds' | 'deviceId' | 'devicePay'> = {
  planId: null,
  addOnIds: [],
  deviceId: null,
  devicePay: 'once',
}

function AddOns({ addOns, chosen, onChoose }: AddOnsProps) {
  const { t, say, money, reader } = useText()
  const ordered = (id: string, isOn: boolean): string[] => [
    ...switchAddOn(
      addOns.map(({ offer }) => offer),
      chosen,
      id,
      isOn,
    ),
  ]
  return (
    <div className={classes.addOns} role="group" aria-label={t('offer.addOns')}>
      {addOns.map(({ offer, name, isAllowed, reason }) => (
        <Tick
          key={offer.id}
          label={nameIn(name, reader.language)}
          price={money(offer.monthly_minor)}
          checked={chosen.includes(offer.id)}
          onChange={(isOn) => onChoose(ordered(offer.id, isOn))}
          reasonOff={isAllowed ? undefined : reason ? say(reason) : t('offer.off')}
        />
      ))}
    </div>
  )
}

interface AddOnsProps {
  readonly addOns: readonly OfferChoice[]
  readonly chosen: readonly string[]
  readonly onChoose: (addOnIds: string[]) => void
}
