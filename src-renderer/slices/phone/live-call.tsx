import { useSeconds } from '#renderer/app/call.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { spanText } from '#renderer/app/moments.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { CallRow, CallRule } from '#renderer/ui/call-row.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import text from '#renderer/ui/text.module.css'
import type { CallEvent } from '#shared/domain/phone/call-machine.ts'
import type { CallView } from '#shared/domain/phone/contract.ts'
import { numberOf, queueOf } from './call-text.ts'

/** On the line, or held: who it is, how long, and hold, pass on, hang up by their keys. */
export function LiveCall({ view }: { readonly view: CallView }) {
  const said = useText()
  const { t, refusal } = said
  const { call, customerName: name } = view
  const now = useSeconds(true)
  const moveCall = useDeskCommand('phone.moveCall')
  const { openCustomer, openCase } = useDeskStore()
  const isHeld = call.state === 'held'
  const run = (event: CallEvent): void => void moveCall.run({ event, customerId: null })
  const turn = (): void => run(isHeld ? 'resume' : 'hold')
  const open = (): void => {
    if (call.caseId !== null) openCase(call.caseId)
    else if (call.customerId !== null) openCustomer(call.customerId)
  }
  useActions([
    { id: 'hold', label: t(isHeld ? 'call.resume' : 'call.hold'), icon: 'pause', keys: 'F9', run: turn },
    {
      id: 'transfer',
      label: t('call.transfer'),
      icon: 'arrow-forward',
      keys: 'F10',
      run: () => run('transfer'),
    },
    { id: 'hangUp', label: t('call.hangUp'), icon: 'phone-off', keys: 'Ctrl F9', run: () => run('hangUp') },
  ])
  const span = spanText(now - (isHeld ? (call.heldAt ?? now) : (call.answeredAt ?? now)))
  return (
    <CallRow
      label={t('call.bar')}
      icon={isHeld ? 'pause' : 'phone-call'}
      state={t(isHeld ? 'call.heldFor' : 'call.inCallFor', { span })}
      tone={isHeld ? 'late' : 'ok'}
      number={numberOf(call, said)}
      actions={
        <>
          <ActionButton
            label={t(isHeld ? 'call.resume' : 'call.hold')}
            icon={isHeld ? 'phone-call' : 'pause'}
            keys="F9"
            small
            {...(moveCall.refusal === undefined
              ? {}
              : { sayAt: 'left' as const, note: refusal(moveCall.refusal), noteTone: 'stuck' as const })}
            onClick={turn}
          />
          <ActionButton
            label={t('call.transfer')}
            icon="arrow-forward"
            keys="F10"
            small
            onClick={() => run('transfer')}
          />
          <ActionButton label={t('call.hangUp')} icon="phone-off" keys="Ctrl F9" small onClick={() => run('hangUp')} />
        </>
      }
    >
      {name === '' ? (
        <span className={text.second}>{t('call.unknown')}</span>
      ) : (
        <LinkButton label={name} onClick={open} />
      )}
      {queueOf(call, said) !== '' && (
        <>
          <CallRule />
          <span className={`${text.second} ${text.cut}`}>{queueOf(call, said)}</span>
        </>
      )}
    </CallRow>
  )
}
