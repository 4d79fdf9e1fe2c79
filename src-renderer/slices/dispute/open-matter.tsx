import type { ReactNode } from 'react'
import { memo, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { customerDates } from '#renderer/app/customer-context.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { SpokenProvider, useText } from '#renderer/app/text.tsx'
import { useLatest } from '#renderer/app/use-latest.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { DecisionActions } from './decision-actions.tsx'
import { DecisionContext } from './decision-context.tsx'
import { DecisionWork } from './decision-work.tsx'
import type { QueueKey } from './decision.screen.tsx'
import { useDecision } from './use-decision.ts'

/**
 * One matter in the frame of a case. Going to the next one everything stays where it is and only words change: until the
 * new matter is read the one before is shown, with nothing to press.
 */
export function OpenMatter({ shown, session, rail, refused, onMove, onDecided }: OpenMatterProps) {
  const text = useText()
  const { t, refusal } = text
  const asked = useDesk('decision.matter', { kind: shown.kind, id: shown.id })
  const whose = useDesk('interaction.customerView', { customerId: shown.customerId })
  const refusedOne = asked.refusal ?? whose.refusal
  const matter = useRecounted(asked.data, asked.ask)
  const open = useKept(`${shown.kind}:${shown.id}`, matter, whose.data, refusedOne !== undefined)
  useMoves(onMove)
  if (open === undefined)
    return (
      <CaseFrame
        title={t('decision.title')}
        rail={rail}
        workLabel={t('decision.work')}
        contextLabel={t('case.customer')}
        context={null}
        actions={null}
      >
        {refused}
        {refusedOne ? (
          <Empty icon="alert" title={t('decision.gone')} hint={refusal(refusedOne)} />
        ) : (
          <Empty icon="hourglass" title={t('decision.loading')} />
        )}
      </CaseFrame>
    )
  return <MatterInFrame {...open} {...{ session, rail, refused, onDecided }} />
}

interface Around {
  readonly session: Session
  readonly rail: ReactNode
  /** Decisions the core refused, above the work. */
  readonly refused: ReactNode
  /** With the ids of all that were decided, where it is more than the one on screen. */
  readonly onDecided: (ids?: readonly string[]) => void
}

type OpenMatterProps = Around & { readonly shown: QueueKey; readonly onMove: (by: 1 | -1) => void }

interface Kept {
  readonly matter: Matter
  readonly customer: CustomerView
  /** Another one was wished and is on its way. */
  readonly isFormer: boolean
}

/** A slow answer is said to be on its way, ms. */
const patience = 300

/** A matter, and a moment later with what the core counted anew; asked again when the core can be reached again. */
function useRecounted(matter: Matter | undefined, ask: () => void): Matter | undefined {
  const isAsked = matter?.recount === 'asking'
  const of = { kind: matter?.kind ?? 'dispute', id: matter?.id ?? '' }
  const counted = useDesk('decision.recount', of, { isOff: !isAsked }).data
  const isOnline = useDesk('desk.status', {}).data?.isOnline
  const isAway = matter?.recount === 'away'
  const again = useEffectEvent(ask)
  useEffect(() => {
    if (isOnline === true && isAway) again()
  }, [isOnline, isAway])
  return useMemo(() => (matter && isAsked && counted ? { ...matter, ...counted } : matter), [matter, isAsked, counted])
}

/** The matter and its customer as soon as both are read; for a moment the ones before. */
function useKept(
  wished: string,
  matter: Matter | undefined,
  customer: CustomerView | undefined,
  isRefused: boolean,
): Kept | undefined {
  const [kept, setKept] = useState<Omit<Kept, 'isFormer'>>()
  const [late, setLate] = useState('')
  const isRead = matter !== undefined && customer !== undefined
  useEffect(() => {
    if (isRead) return undefined
    const timer = setTimeout(() => setLate(wished), patience)
    return () => clearTimeout(timer)
  }, [wished, isRead])
  if (isRead) {
    if (kept?.matter !== matter || kept.customer !== customer) setKept({ matter, customer })
    return { matter, customer, isFormer: false }
  }
  return kept === undefined || isRefused || late === wished ? undefined : { ...kept, isFormer: true }
}

function useMoves(onMove: (by: 1 | -1) => void): void {
  const { t } = useText()
  const move = { icon: 'chevron-down', isSilent: true } as const
  useActions([
    { ...move, id: 'next', label: t('decision.next'), keys: 'Alt ArrowDown', run: () => onMove(1) },
    { ...move, id: 'previous', label: t('decision.previous'), keys: 'Alt ArrowUp', run: () => onMove(-1) },
  ])
}

function MatterInFrame({ matter, customer, isFormer, session, rail, refused, onDecided }: Around & Kept) {
  const text = useText()
  const { t } = text
  const decision = useDecision(matter, session)
  const decide = useDeskCommand('decision.decide')
  const { kind, id, request, customerName: name, reference, dispute } = matter
  const [last, setLast] = useState<{ readonly id: string; readonly refusal: Refusal }>()
  // beside the matter it was about, not beside the next one
  const failed = last?.id === id ? last.refusal : undefined
  const said = failed === undefined ? decision.never : text.refusal(failed)
  const take = useLatest(async (amountMinor: number): Promise<void> => {
    // what is on its way out is not decided by a key that came too soon
    if (decide.isBusy || isFormer) return
    setLast(undefined)
    const { recommendation } = matter
    const done = await decide.run({
      kind,
      id,
      request,
      amountMinor,
      preferred: recommendation.lines,
      note: decision.note,
    })
    if (done.ok) onDecided()
    else setLast({ id, refusal: done.error })
  })
  const leave = useLatest(onDecided)
  return (
    <SpokenProvider language={matter.language}>
      <CaseFrame
        title={t(`decision.head.${kind}`, { name })}
        second={
          dispute === null
            ? t('decision.second.credit', { reference, name: matter.askedBy })
            : t('decision.second.dispute', { reference, on: dispute.answer_by })
        }
        tool={dispute !== null && dispute.about_id !== null && <Badge word={t('decision.appeal')} icon="flag" />}
        dates={customerDates(customer, text)}
        rail={rail}
        workLabel={t('decision.work')}
        contextLabel={t('case.customer')}
        context={<Context matter={matter} customer={customer} />}
        actions={<Actions {...{ matter, decision, take }} isBusy={decide.isBusy} onDecided={leave} />}
      >
        {refused}
        <Work {...{ matter, decision, session, said }} isRefused={failed !== undefined} onDecided={leave} />
      </CaseFrame>
    </SpokenProvider>
  )
}

// going on draws each of them once: when the next matter is there
const Context = memo(DecisionContext)
const Actions = memo(DecisionActions)
const Work = memo(DecisionWork)
