import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import look from '#renderer/ui/text.module.css'
import type { AlikeItem, Matter } from '#shared/domain/dispute/decision-contract.ts'

/** Small disputes just like the one on screen can be approved with it: said above the work, decided in a list of them. */
export function AlikeMatters({ matter, onDecided }: AlikeProps) {
  const { t } = useText()
  const { kind, id } = matter
  const isOff = kind !== 'dispute' || matter.off !== null || matter.claimedMinor > matter.policy.disputes.alikeMinor
  const items = useDesk('decision.alike', { kind, id }, { isOff }).data?.items ?? []
  const [isOpen, setOpen] = useState(false)
  const count = items.length
  if (count < 2) return null
  return (
    <>
      <Message tone="neutral" cause={t('decision.alike', { count })}>
        <ActionButton small label={t('decision.alike.see', { count })} onClick={() => setOpen(true)} />
      </Message>
      {isOpen && <AlikeDialog items={items} onClose={() => setOpen(false)} onDecided={onDecided} />}
    </>
  )
}

interface AlikeProps {
  readonly matter: Matter
  readonly onDecided: (ids: readonly string[]) => void
}

function AlikeDialog({ items, onClose, onDecided }: DialogProps) {
  const { t, money, refusal } = useText()
  const decide = useDeskCommand('decision.decideAlike')
  const count = items.length
  const totalMinor = items.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const send = async (): Promise<void> => {
    if (decide.isBusy) return
    const done = await decide.run({
      items: items.map(({ kind, id, request, amountMinor }) => ({ kind, id, request, amountMinor })),
    })
    if (!done.ok) return
    onClose()
    onDecided(items.map(({ id }) => id))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('decision.alike.see', { count })}
      closeButtonProps={{ 'aria-label': t('contact.close') }}
    >
      <DialogForm
        refused={decide.refusal && refusal(decide.refusal)}
        leave={t('decision.keep')}
        onLeave={onClose}
        send={t('decision.alike.send', { count, amountMinor: totalMinor })}
        onSend={() => void send()}
      >
        <p className={look.second}>{t('decision.alike.hint')}</p>
        <RowTable
          label={t('decision.alike.see', { count })}
          columns={[
            { key: 'who', head: t('home.col.who'), look: 'name' },
            { key: 'what', head: t('home.col.what'), width: 90, look: 'second' },
            { key: 'sum', head: t('decision.claimed'), width: 76, isNumber: true },
          ]}
          rows={items.map((item) => ({
            id: item.id,
            cells: { who: item.customerName, what: item.reference, sum: money(item.amountMinor) },
          }))}
        />
      </DialogForm>
    </Modal>
  )
}

interface DialogProps {
  readonly items: readonly AlikeItem[]
  readonly onClose: () => void
  readonly onDecided: (ids: readonly string[]) => void
}
