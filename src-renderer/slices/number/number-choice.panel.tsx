import { useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { cleanLine, limitOf, wrongField } from '#renderer/app/case-step.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { MarkReceipt } from '#renderer/app/mark-receipt.tsx'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Receipt } from '#renderer/ui/receipt.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { NumberPicker } from './number-picker.tsx'
import classes from './number.module.css'

/** The line's number by wish, held as soon as it is chosen, and the kind of SIM. */
export function NumberChoice(props: StepPanelProps<'offer'>) {
  return props.fields.segment === 'mobile' ? <MobileNumber {...props} /> : <FixedNumber {...props} />
}

/** A fixed line's number is given out with the order, and some plans have none. */
function FixedNumber({ view }: StepPanelProps<'offer'>) {
  const { t } = useText()
  const { plan } = view
  if (plan?.segment !== 'fixed') return null
  return (
    <WorkColumns>
      <p className={classes.found}>{t(plan.has_number === 1 ? 'number.fixed.given' : 'number.fixed.none')}</p>
    </WorkColumns>
  )
}

function MobileNumber(props: StepPanelProps<'offer'>) {
  const { view, fields, change } = props
  const { t, key, refusal: sentenceOf } = useText()
  const [isOpen, setOpen] = useState(false)
  const hold = useDeskCommand('number.holdNumber')
  const wrong = wrongField(props.refusal)

  // the number is shown as chosen only once the desk holds it: a refusal leaves the former one
  const choose = async (msisdn: string): Promise<void> => {
    setOpen(false)
    const result = await hold.run({ caseId: view.caseId, msisdn })
    if (result.ok) change({ msisdn })
  }
  useActions([
    { id: 'numbers', label: t('number.others.list'), icon: 'list-search', keys: 'F6', run: () => setOpen(true) },
  ])
  const missing = wrong?.field === 'msisdn' ? key(wrong.sentence, wrong.details) : undefined
  return (
    <WorkColumns receipt={<HeldReceipt view={view} isChosen={fields.msisdn !== null} />}>
      <div className={classes.number}>
        <NumberPicker
          isOpen={isOpen}
          onOpen={setOpen}
          wish={fields.wish}
          onWish={(typed) => change({ wish: cleanLine(typed, limitOf('offer', 'wish')) })}
          onBlur={props.save}
          msisdn={fields.msisdn}
          onChoose={(msisdn) => void choose(msisdn)}
          error={hold.refusal ? sentenceOf(hold.refusal) : missing}
        />
        <Choice
          tall
          label={t('number.sim')}
          value={fields.sim}
          onChange={(sim) => change({ sim })}
          options={(['card', 'eSim'] as const).map((value) => ({ value, label: key(`number.sim.${value}`) }))}
        />
      </div>
    </WorkColumns>
  )
}

/** "Held until 14:22" once the core has it; before that it is only this desk's. */
function HeldReceipt({ view, isChosen }: { readonly view: CaseView; readonly isChosen: boolean }) {
  const { t } = useText()
  const { reservation, marks } = view
  if (!isChosen || reservation === null) return null
  const until = reservation.held_until === null ? {} : { second: t('mark.until', { at: reservation.held_until }) }
  return (
    <div className={classes.held}>
      {marks.number.state === 'confirmed' ? (
        <Receipt state="confirmed" word={t('mark.held')} {...until} />
      ) : (
        <MarkReceipt mark={marks.number} {...until} />
      )}
    </div>
  )
}
