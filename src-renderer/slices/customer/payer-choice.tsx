import { useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { wrongField } from '#renderer/app/case-step.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Tick } from '#renderer/ui/tick.tsx'
import { mayPay } from '#shared/domain/customer/states.ts'
import classes from './reason.module.css'

const payersShown = 4

/** Who gets the bills of the line: the customer, or another customer of ours who agreed to pay. */
export function PayerChoice(props: StepPanelProps<'reason'>) {
  const { t } = useText()
  const { fields, change } = props
  return (
    <div className={classes.payer}>
      <Choice
        tall
        label={t('payer.who')}
        value={fields.paidBy}
        onChange={(paidBy) => change({ paidBy, payerId: null, payerAgreed: false })}
        options={[
          { value: 'customer', label: t('payer.own') },
          { value: 'other', label: t('payer.other') },
        ]}
      />
      {fields.paidBy === 'other' &&
        (fields.payerId === null ? <FindPayer {...props} /> : <Payer {...props} payerId={fields.payerId} />)}
    </div>
  )
}

function FindPayer({ view, fields, change, refusal }: StepPanelProps<'reason'>) {
  const { t, key } = useText()
  const [typed, setTyped] = useState('')
  const sought = typed.trim()
  const asked = { text: sought, limit: payersShown + 1 }
  const { data: found, isFormer } = useDesk('customer.search', asked, { isOff: sought.length < 2, keeps: true })
  const own = [fields.customerId, view.customer?.id]
  const hits =
    sought.length < 2 ? [] : (found?.hits ?? []).filter((hit) => mayPay(hit) && !own.includes(hit.customerId))
  const wrong = wrongField(refusal)
  return (
    <div>
      <TextField
        label={t('payer.find')}
        value={typed}
        onChange={setTyped}
        help={t('payer.find.help')}
        {...(wrong?.field === 'payerFind' && { error: key(wrong.sentence, wrong.details) })}
        input={{ name: 'payerFind', autoComplete: 'off', spellCheck: false, maxLength: 120 }}
      />
      {sought.length >= 2 && found !== undefined && hits.length === 0 && <p role="status">{t('payer.none')}</p>}
      <ul aria-label={t('payer.found')}>
        {hits.slice(0, payersShown).map((hit) => (
          <li key={hit.customerId} className={classes.payerHit}>
            <span>
              {hit.name}, {hit.town}
            </span>
            <LinkButton label={t('payer.take')} isOff={isFormer} onClick={() => change({ payerId: hit.customerId })} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Payer({ payerId, fields, change, refusal }: StepPanelProps<'reason'> & { readonly payerId: string }) {
  const { t, key } = useText()
  const payer = useDesk('interaction.customerView', { customerId: payerId }).data?.customer
  const wrong = wrongField(refusal)
  return (
    <div>
      <p>
        {t('payer.chosen', { name: payer ? `${payer.given_names} ${payer.family_name}`.trim() : '' })}{' '}
        <LinkButton label={t('payer.change')} onClick={() => change({ payerId: null, payerAgreed: false })} />
      </p>
      <Tick
        label={t('payer.agreed')}
        checked={fields.payerAgreed}
        onChange={(payerAgreed) => change({ payerAgreed })}
      />
      {wrong?.field === 'payerAgreed' && <p role="alert">{key(wrong.sentence, wrong.details)}</p>}
    </div>
  )
}
