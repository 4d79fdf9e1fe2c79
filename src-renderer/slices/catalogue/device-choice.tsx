import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { wrongField } from '#renderer/app/case-step.ts'
import { useText } from '#renderer/app/text.tsx'
import { WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { SelectField } from '#renderer/ui/field.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import text from '#renderer/ui/text.module.css'
import type { DeviceChoice as Device } from '#shared/domain/catalogue/contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import classes from './offer.module.css'

/** A device with the line: none or one of a list, paid at once or by instalments; instalments that are off say why. */
export function DeviceChoice({ devices, ...props }: StepPanelProps<'offer'> & { readonly devices: readonly Device[] }) {
  const { t, key, say, money, reader } = useText()
  const { fields, change, openStep } = props
  const chosen = devices.find(({ offer }) => offer.id === fields.deviceId)
  const wrong = wrongField(props.refusal)
  const off = chosen?.instalments && !chosen.instalments.isAllowed ? chosen.instalments.reason : null
  return (
    <WorkColumns>
      <div className={classes.device}>
        <SelectField
          label={t('offer.device')}
          value={fields.deviceId ?? none}
          options={[
            { value: none, label: t('offer.device.none') },
            ...devices
              .filter(({ isAllowed }) => isAllowed)
              .map(({ offer, name }) => ({
                value: offer.id,
                label: `${nameIn(name, reader.language)}, ${money(offer.one_time_minor)}`,
              })),
          ]}
          onChange={(id) => change({ deviceId: id === none ? null : id, devicePay: 'once' })}
          error={wrong?.field === 'deviceId' ? key(wrong.sentence, wrong.details) : undefined}
        />
        {chosen?.instalments?.isAllowed === true && (
          <Choice
            tall
            label={t('offer.device.pay')}
            value={fields.devicePay}
            onChange={(devicePay) => change({ devicePay })}
            options={[
              { value: 'once', label: t('offer.device.once', { amountMinor: chosen.offer.one_time_minor }) },
              {
                value: 'instalments',
                label: t('offer.device.instalments', {
                  downMinor: chosen.offer.down_minor,
                  count: chosen.offer.instalment_months,
                  amountMinor: chosen.offer.instalment_minor,
                }),
              },
            ]}
          />
        )}
        {off && (
          <p className={classes.deviceOff}>
            <span className={text.second}>{say(off)}</span>{' '}
            {chosen?.wayOn === 'credit' && (
              <LinkButton label={t('offer.checkCredit')} onClick={() => openStep('credit')} />
            )}
          </p>
        )}
      </div>
    </WorkColumns>
  )
}

const none = 'none'
