import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Tick } from '#renderer/ui/tick.tsx'
import { portWindows } from '#shared/domain/number/port-in.ts'
import classes from './port-in.module.css'

/** A number brought from another operator: which, from whom, by what code, and when; the chosen one serves until then. */
export function PortInFields(props: StepPanelProps<'offer'>) {
  const { t, key } = useText()
  const { fields, change } = props
  if (fields.segment !== 'mobile' || fields.planId === null) return null
  return (
    <WorkColumns>
      <Tick label={t('portIn.bring')} checked={fields.isPorting} onChange={(isPorting) => change({ isPorting })} />
      {fields.isPorting && (
        <div className={classes.fields}>
          <StepText
            step="offer"
            of={props}
            field="portNumber"
            label={t('portIn.number')}
            help={t('portIn.temporary')}
            input={{ inputMode: 'tel' }}
          />
          <StepText step="offer" of={props} field="portDonor" label={t('portIn.donor')} />
          <StepText step="offer" of={props} field="portCode" label={t('portIn.code')} />
          <StepText step="offer" of={props} field="portOn" label={t('portIn.on')} />
          <Choice
            tall
            label={t('portIn.window')}
            value={fields.portWindow}
            onChange={(portWindow) => change({ portWindow })}
            options={portWindows.map((value) => ({ value, label: key(`portIn.window.${value}`) }))}
          />
        </div>
      )}
    </WorkColumns>
  )
}
