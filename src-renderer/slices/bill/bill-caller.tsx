import { useActionsNow } from '#renderer/app/hot-keys.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { recipeOf } from '#shared/domain/interaction/recipes.ts'
import type { Id } from '#shared/kernel/ids.ts'
import classes from './bill.module.css'

/** The level that the recipe of a case asks and its caller has not reached; undefined where nothing is missing. */
export function useMissingLevel(customerId: Id, work: CaseView | null): number | undefined {
  const isOpen = work !== null && work.state === 'open' && work.writer.isHere
  const caller = useDesk('verification.caller', { customerId, caseId: work?.caseId ?? null }, { isOff: !isOpen }).data
  const level = recipeOf(work?.recipe ?? '')?.verificationLevel ?? 0
  return !isOpen || caller === undefined || caller.level >= level ? undefined : level
}

/** Above a bill in a question: nobody is verified yet, how that is done, and how to end it where it cannot be done. */
export function BillCaller({ customerId, work }: BillCallerProps) {
  const { t, refusal } = useText()
  const level = useMissingLevel(customerId, work)
  const runAction = useActionsNow()
  const finish = useDeskCommand('bill.finishQuestion')
  if (level === undefined) return null
  const giveUp = async (): Promise<void> => {
    const done = await finish.run({ caseId: work.caseId, isUnverified: true })
    if (!done.ok) return
    useDeskStore.getState().openCustomer(customerId)
    useDeskStore.getState().close(`case:${work.caseId}`)
  }
  return (
    <div className={classes.caller}>
      <Message
        tone="late"
        icon="shield-half"
        cause={finish.refusal ? refusal(finish.refusal) : t('bills.caller', { level })}
      >
        <ActionButton small label={t('caller.verify')} keys="Alt V" onClick={() => runAction('verify')} />
        <ActionButton
          small
          label={t('bills.caller.giveUp')}
          onClick={() => void giveUp()}
          {...(finish.isBusy && { busy: t('case.busy') })}
        />
      </Message>
    </div>
  )
}

interface BillCallerProps {
  readonly customerId: Id
  readonly work: CaseView
}
