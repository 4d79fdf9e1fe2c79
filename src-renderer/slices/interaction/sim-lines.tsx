import { type FormEvent, useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import type { ProductRow } from '#shared/domain/customer/rows.ts'
import classes from './customer.module.css'

/** The SIMs of a customer's lines. A PUK is dots until somebody gives a reason; what was shown goes with the screen. */
export function SimLines({ services }: { readonly services: readonly ProductRow[] }) {
  const { t } = useText()
  const withSim = services.filter(({ iccid, state }) => iccid !== null && state !== 'terminated')
  if (withSim.length === 0) return null
  return (
    <section className={classes.sims}>
      <SectionHead title={t('customer.sims')} count={withSim.length} />
      {withSim.map((row) => (
        <SimLine key={row.id} iccid={row.iccid ?? ''} customerId={row.customer_id} />
      ))}
    </section>
  )
}

function SimLine({ iccid, customerId }: { readonly iccid: string; readonly customerId: string }) {
  const { t, refusal: sentenceOf } = useText()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [puk, setPuk] = useState('')
  const reveal = useDeskCommand('number.revealPuk')
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return
    const shown = await reveal.run({ iccid, customerId, caseId: null, reason })
    if (!shown.ok) return
    setPuk(shown.value.puk)
    setAsking(false)
  }
  return (
    <form className={classes.sim} onSubmit={(event) => void run(event)}>
      <TextField label={t('customer.sim.number')} value={iccid} />
      {puk === '' ? (
        <TextField
          label={t('customer.sim.puk')}
          value="••••••••"
          masked={{ revealWord: t('customer.sim.reveal'), onReveal: () => setAsking(true) }}
        />
      ) : (
        <TextField label={t('customer.sim.puk')} value={puk} />
      )}
      {isAsking && (
        <>
          <TextField
            label={t('customer.sim.why')}
            value={reason}
            onChange={setReason}
            error={reveal.refusal ? sentenceOf(reveal.refusal) : undefined}
            help={t('customer.sim.logged')}
            input={{ maxLength: 200, autoComplete: 'off', autoFocus: true }}
          />
          <ActionButton
            label={t('customer.sim.show')}
            submits
            reasonOff={reason.trim() === '' ? t('customer.sim.reasonMissing') : undefined}
            sayAt="hidden"
            {...(reveal.isBusy && { busy: t('customer.sim.show') })}
          />
        </>
      )}
    </form>
  )
}
