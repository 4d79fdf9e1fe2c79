import { useState } from 'react'
import { wrongField } from '#renderer/app/case-step.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { PortInSeen } from '#shared/domain/number/port-in-contract.ts'
import { portWindowSchema } from '#shared/domain/number/port-in.ts'
import classes from './port-in.module.css'

/** Where the number brought to a case stands; a donor's refusal with its way on: ask again, or keep the number there is. */
export function PortInStatus({ caseId }: { readonly caseId: string }) {
  const { t } = useText()
  const portIns = useDesk('number.portIns', { caseId }).data?.portIns ?? []
  if (portIns.length === 0) return null
  return (
    <section className={classes.status} aria-label={t('portIn.title')}>
      {portIns.map((one) => (
        <PortIn key={`${one.row.id}:${one.row.state}`} seen={one} />
      ))}
    </section>
  )
}

function PortIn({ seen }: { readonly seen: PortInSeen }) {
  const said = useText()
  const { t, key, refusal: sentenceOf } = said
  const { row, mayAskAgain, mayWithdraw } = seen
  const [code, setCode] = useState(row.code)
  const [on, setOn] = useState(row.on_date)
  const again = useDeskCommand('number.askDonorAgain')
  const withdraw = useDeskCommand('number.withdrawPortIn')
  const gaps = { number: row.msisdn, donor: row.donor, on: row.on_date, temporary: row.temporary_msisdn }
  const wrong = wrongField(again.refusal)
  const refused = withdraw.refusal ?? (wrong ? undefined : again.refusal)
  const errorOf = (field: string) => (wrong?.field === field ? { error: key(wrong.sentence, wrong.details) } : {})
  const window = portWindowSchema.safeParse(row.day_part).data ?? 'morning'
  return (
    <Message
      tone={row.refusal === '' ? 'neutral' : 'stuck'}
      {...(row.refusal !== '' && { say: textIn(said, seen.language).key(`portIn.say.${row.refusal}`) })}
      sayLang={seen.language}
      cause={[
        key(`portIn.state.${row.state}`, gaps),
        ...(row.refusal === '' ? [] : [key(`portIn.refusal.${row.refusal}`)]),
      ].join(' ')}
    >
      {mayAskAgain && (
        <div className={classes.fields}>
          <TextField label={t('portIn.code')} value={code} onChange={setCode} {...errorOf('portCode')} />
          <TextField label={t('portIn.on')} value={on} onChange={setOn} {...errorOf('portOn')} />
        </div>
      )}
      <div className={classes.ways}>
        {mayAskAgain && (
          <ActionButton
            label={t('portIn.askAgain')}
            onClick={() => void again.run({ portInId: row.id, code, on, window })}
          />
        )}
        {mayWithdraw && (
          <ActionButton
            label={t('portStuck.keep', { temporary: row.temporary_msisdn })}
            onClick={() => void withdraw.run({ portInId: row.id })}
          />
        )}
      </div>
      {refused && <p role="alert">{sentenceOf(refused)}</p>}
    </Message>
  )
}
