import { useState } from 'react'
import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Choices, type WayOn } from '#renderer/ui/choices.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { FreeNumbers } from './free-numbers.tsx'
import classes from './needs-you.module.css'
import { type HeldNumber, heldNumber, lastFigures, proposedNumber } from './proposed-number.ts'
import { WithdrawQuestion } from './withdraw-question.tsx'

const numbersAsked = 40
const acceptances = ['customerByPhone', 'customerAtCounter'] as const
type AcceptedBy = (typeof acceptances)[number]

/**
 * A number someone else has: hold the proposed one and call, choose another, or withdraw. Once a number is held, the ways
 * on are what the customer says: nothing is decided before that.
 */
export function NumberTakenWays({ item, view }: { readonly item: NeedsYouItem; readonly view: CaseView | undefined }) {
  const { t, refusal } = useText()
  const openCase = useDeskStore((state) => state.openCase)
  const [acceptedBy, setAcceptedBy] = useState<AcceptedBy>('customerByPhone')
  const [panel, setPanel] = useState<'none' | 'numbers' | 'withdraw'>('none')
  const free = useDesk('number.freeNumbers', { wish: '', limit: numbersAsked })
  const hold = useDeskCommand('number.holdNumber')
  const choose = useDeskCommand('order.chooseOtherNumber')
  // a hold refused before anything was ordered has no order to change: the offer takes the other number
  const isOrdered = item.orderId !== null
  const held = isOrdered ? heldNumber(item, view) : undefined
  const proposed = proposedNumber(item) ?? free.data?.numbers[0]
  const refused = choose.refusal ?? hold.refusal
  const holdOne = async (msisdn: string) => {
    if (item.caseId === null || hold.isBusy) return
    const answer = await hold.run({ caseId: item.caseId, msisdn })
    if (!answer.ok) return
    setPanel('none')
    if (!isOrdered) openCase(item.caseId, 'offer')
  }
  const take = (msisdn: string) => {
    if (!choose.isBusy) void choose.run({ commandId: item.commandId, msisdn, acceptedBy })
  }
  const ways: readonly WayOn[] = [
    ...(held ? [agreedWay(held, t, () => take(held.msisdn))] : []),
    ...(held || proposed === undefined ? [] : [holdWay(proposed, isOrdered, t, () => void holdOne(proposed))]),
    {
      id: 'numbers',
      label: t(panel === 'numbers' ? 'needs.othersHide' : 'needs.others'),
      keys: '2',
      follows: [
        t('needs.others.follows1', { count: free.data?.of ?? 0 }),
        ...(isOrdered ? [t('needs.others.follows2'), t('needs.others.follows3')] : [t('needs.others.offer')]),
      ],
      onChoose: () => setPanel(panel === 'numbers' ? 'none' : 'numbers'),
    },
    isOrdered
      ? withdrawWay(view, t, () => setPanel('withdraw'))
      : lookWay(t, () => item.caseId !== null && openCase(item.caseId)),
  ]
  return (
    <>
      {refused !== undefined && (
        <div className={classes.message}>
          <Message tone="stuck" cause={refusal(refused)} isUrgent />
        </div>
      )}
      {held && (
        <div className={classes.message}>
          <Message tone="accent" icon="phone" cause={heldText(held, t)}>
            <Choice
              label={t('needs.where')}
              value={acceptedBy}
              options={acceptances.map((value) => ({ value, label: t(`needs.where.${value}`) }))}
              onChange={setAcceptedBy}
            />
          </Message>
        </div>
      )}
      <Choices key={held?.msisdn ?? 'none'} label={t('needs.ways')} choices={ways} />
      {panel === 'numbers' && (
        <FreeNumbers numbers={free.data?.numbers ?? []} onHold={(msisdn) => void holdOne(msisdn)} />
      )}
      {panel === 'withdraw' && <WithdrawQuestion item={item} onKeep={() => setPanel('none')} />}
    </>
  )
}

type T = ReturnType<typeof useText>['t']

function holdWay(msisdn: string, isOrdered: boolean, t: T, onChoose: () => void): WayOn {
  return {
    id: 'hold',
    label: t('needs.hold', { last: lastFigures(msisdn) }),
    keys: 'Enter',
    follows: [
      t('needs.hold.follows1', { number: msisdn }),
      ...(isOrdered ? [t('needs.hold.follows2'), t('needs.hold.follows3')] : [t('needs.hold.offer')]),
    ],
    onChoose,
  }
}

function agreedWay(held: HeldNumber, t: T, onChoose: () => void): WayOn {
  return {
    id: 'agreed',
    label: t('needs.agrees', { last: lastFigures(held.msisdn) }),
    keys: 'Enter',
    follows: [t('needs.agrees.follows1'), t('needs.agrees.follows2')],
    onChoose,
  }
}

function withdrawWay(view: CaseView | undefined, t: T, onChoose: () => void): WayOn {
  const follows = [t('needs.withdraw.follows1'), backText(view, t), t('needs.withdraw.follows3')]
  return { id: 'withdraw', label: t('needs.withdraw'), keys: '3', follows, onChoose }
}

function lookWay(t: T, onChoose: () => void): WayOn {
  return { id: 'openCase', label: t('needs.openCase'), keys: '3', follows: [t('needs.openCase.follows1')], onChoose }
}

function heldText(held: HeldNumber, t: T): string {
  const number = held.msisdn
  return held.until === null ? t('needs.heldNoEnd', { number }) : t('needs.held', { number, until: held.until })
}

function backText(view: CaseView | undefined, t: T): string {
  const paid = view?.payment?.amount_minor ?? 0
  return paid > 0 ? t('needs.withdraw.follows2', { amountMinor: paid }) : t('needs.withdraw.follows2.none')
}
