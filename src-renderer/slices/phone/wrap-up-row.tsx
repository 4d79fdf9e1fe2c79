import { useState } from 'react'
import { useSeconds } from '#renderer/app/call.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { momentOf, spanText, typedMoment } from '#renderer/app/moments.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { CallChoice, CallMoment, CallRow } from '#renderer/ui/call-row.tsx'
import { wrapUpOutcomes } from '#shared/domain/interaction/contact-commands.ts'
import type { WrapUpOutcome } from '#shared/domain/interaction/contact-commands.ts'
import type { CallView } from '#shared/domain/phone/contract.ts'
import { useEnterWhileNothingIsTyped } from './enter-key.ts'

const inAnHourMs = 3_600_000

/** After the call: what it was about and how it ended are filled in, Enter closes. "To be called back" asks when. */
export function WrapUpRow({ view }: { readonly view: CallView }) {
  const { t, key, refusal } = useText()
  const { call, choices } = view
  const [code, setCode] = useState(view.wrapUp.code)
  const [outcome, setOutcome] = useState<WrapUpOutcome>(view.wrapUp.outcome)
  const [when, setWhen] = useState(() => typedMoment(Date.now() + inAnHourMs))
  const close = useDeskCommand('phone.closeCall')
  const now = useSeconds(true)
  const callBackAt = outcome === 'callBack' ? (momentOf(when) ?? null) : null
  const isMissing = outcome === 'callBack' && callBackAt === null
  const run = (): void => {
    if (!isMissing && !close.isBusy) void close.run({ code, outcome, callBackAt })
  }
  useEnterWhileNothingIsTyped(run)
  useActions([{ id: 'closeCall', label: t('call.close'), icon: 'check', keys: 'Ctrl F9', run }])
  return (
    <CallRow
      label={t('call.wrapUp')}
      icon="note"
      state={t('call.wrapUpFor', { span: spanText(now - (call.endedAt ?? now)) })}
      tone="accent"
      actions={
        <ActionButton
          kind="primary"
          label={t('call.close')}
          keys="Enter"
          small
          sayAt="left"
          reasonOff={isMissing ? t('callBack.whenWrong') : undefined}
          {...(close.refusal === undefined ? {} : { note: refusal(close.refusal), noteTone: 'stuck' as const })}
          onClick={run}
        />
      }
    >
      <CallChoice
        label={t('call.code')}
        value={code}
        options={choices.map((each) => ({ value: each.code, label: key(`wrapUp.${each.code}`) }))}
        onChange={(next) => {
          setCode(next)
          setOutcome(choices.find((each) => each.code === next)?.outcome ?? outcome)
        }}
        onEnter={run}
      />
      <CallChoice
        label={t('call.outcome')}
        value={outcome}
        options={wrapUpOutcomes.map((value) => ({ value, label: key(`outcome.${value}`) }))}
        onChange={setOutcome}
        onEnter={run}
      />
      {outcome === 'callBack' && (
        <CallMoment
          day={{ label: t('callBack.day'), value: when.day, onChange: (day) => setWhen({ ...when, day }) }}
          time={{ label: t('callBack.time'), value: when.time, onChange: (time) => setWhen({ ...when, time }) }}
          onEnter={run}
        />
      )}
    </CallRow>
  )
}
