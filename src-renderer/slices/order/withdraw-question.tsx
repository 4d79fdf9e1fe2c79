import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './needs-you.module.css'

/** Asks once more before an order ends; keeping it has the focus. */
export function WithdrawQuestion({ item, onKeep }: { readonly item: NeedsYouItem; readonly onKeep: () => void }) {
  const { t, refusal } = useText()
  const withdraw = useDeskCommand('order.withdrawOrder')
  const name = item.customerName === '' ? t('needs.someone') : item.customerName
  return (
    <div className={classes.message}>
      <Message
        tone="stuck"
        cause={withdraw.refusal ? refusal(withdraw.refusal) : t('needs.withdrawAsk', { name })}
        isUrgent
      >
        <ActionButton label={t('needs.withdrawNo')} onClick={onKeep} ref={focus} />
        <ActionButton
          label={t('needs.withdrawYes')}
          onClick={() => void withdraw.run({ commandId: item.commandId })}
          {...(withdraw.isBusy && { busy: t('needs.withdrawYes') })}
        />
      </Message>
    </div>
  )
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus()
}
