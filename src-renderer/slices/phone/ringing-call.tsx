import { useState } from 'react'
import { useSeconds } from '#renderer/app/call.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { spanText } from '#renderer/app/moments.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { CallCandidate, CallRow, CallRule } from '#renderer/ui/call-row.tsx'
import text from '#renderer/ui/text.module.css'
import type { CallView } from '#shared/domain/phone/contract.ts'
import { useEnterWhileNothingIsTyped, useIsEnterFree } from './enter-key.ts'
import { numberOf, queueOf } from './call-text.ts'

/** A call comes in: who it may be, and Enter takes it while nothing is being typed, F9 always. */
export function RingingCall({ view }: { readonly view: CallView }) {
  const said = useText()
  const { t, key, refusal } = said
  const { call, candidates } = view
  const [chosen, setChosen] = useState(candidates[0]?.customerId ?? null)
  const moveCall = useDeskCommand('phone.moveCall')
  const now = useSeconds(true)
  const openCustomer = useDeskStore((state) => state.openCustomer)
  const take = async (): Promise<void> => {
    if (moveCall.isBusy) return
    const taken = await moveCall.run({ event: 'take', customerId: chosen })
    if (taken.ok && chosen !== null) openCustomer(chosen)
  }
  const pass = (): void => void moveCall.run({ event: 'passOn', customerId: null })
  useEnterWhileNothingIsTyped(() => void take())
  const isEnterFree = useIsEnterFree()
  useActions([
    { id: 'take', label: t('call.take'), icon: 'phone-call', keys: 'F9', run: () => void take() },
    { id: 'pass', label: t('call.passOn'), icon: 'arrow-forward', keys: 'F10', run: pass },
  ])
  return (
    <CallRow
      label={t('call.incoming')}
      icon="phone-incoming"
      state={t('call.incomingFor', { span: spanText(now - call.rangAt) })}
      tone="accent"
      isRinging
      number={numberOf(call, said)}
      actions={
        <>
          <ActionButton
            label={t('call.passOn')}
            keys="F10"
            small
            {...(moveCall.refusal === undefined
              ? {}
              : { sayAt: 'left' as const, note: refusal(moveCall.refusal), noteTone: 'stuck' as const })}
            onClick={pass}
          />
          <ActionButton
            kind="primary"
            label={t('call.take')}
            keys={isEnterFree ? 'Enter' : 'F9'}
            small
            onClick={() => void take()}
          />
        </>
      }
    >
      {/* said once, when it comes; the timer beside it is silent */}
      <span className={text.hidden} role="status">
        {t('call.announced', { number: numberOf(call, said), name: candidates[0]?.name ?? t('call.unknown') })}
      </span>
      {candidates.length === 0 ? (
        <span className={text.second}>{t('call.unknown')}</span>
      ) : (
        <div role="radiogroup" aria-label={t('call.candidates')} className={text.row}>
          {candidates.map(({ customerId, name, how }) => (
            <CallCandidate
              key={customerId}
              name={name}
              how={key(`call.how.${how}`)}
              isChosen={customerId === chosen}
              onChoose={() => setChosen(customerId)}
            />
          ))}
        </div>
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
