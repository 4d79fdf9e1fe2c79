import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ChosenLine } from '#renderer/app/matter.store.ts'
import { useNewId } from '#renderer/app/new-id.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import text from '#renderer/ui/text.module.css'
import type { AuthorityRoom } from '#shared/domain/adjustment/contract.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { BillMatters } from '#shared/domain/dispute/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { shareOut } from '#shared/kernel/money.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import { LeftOfAuthority } from './left-of-authority.tsx'
import { roleAbove } from './who-decides.ts'

/** A credit without a dispute: a sum, a reason, what is left of one's authority; above it the button asks. */
export function GiveCredit(props: GiveCreditProps) {
  const { billId, onClose } = props
  const { t } = useText()
  const { data } = useDesk('dispute.ofBill', { billId })
  const bill = useDesk('bill.bill', { billId, otherId: null }).data?.bill
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      title={bill ? t('goodwill.title', { on: bill.bill_date }) : t('goodwill.button')}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      {data && <Form {...props} of={data} />}
    </Modal>
  )
}

function Form({ of, chosen, caseId, onClose, onGiven }: GiveCreditProps & { readonly of: BillMatters }) {
  const own = useText()
  const { t, key, money, reader, refusal } = own
  const give = useDeskCommand('adjustment.give')
  const adjustmentId = useNewId()
  const language = useDesk('interaction.customerView', { customerId: of.customerId }).data?.customer.language
  const spoken = textIn(own, language)
  const [reason, setReason] = useState(of.creditReasons[0]?.code ?? '')
  const [typed, setTyped] = useState(() =>
    chosen.length === 0 ? '' : money(chosen.reduce((sum, line) => sum + line.amountMinor, 0)),
  )
  const [note, setNote] = useState('')
  const room = useDesk('adjustment.room', { billId: of.billId, reason }, { keeps: true }).data
  const amount = parseAmount(typed, reader.currency)
  const askedMinor = amount.ok ? amount.value : 0
  const lines = partsOf(chosen, askedMinor)
  const sums =
    askedMinor < 1
      ? undefined
      : lines.length > 0
        ? creditParts(of.lines, lines, of.isTaxIncluded)
        : creditShared(of.lines, askedMinor, of.isTaxIncluded)
  const payable = sums?.ok === true ? sums.value.totals.payableMinor : 0
  const isAbove = room !== undefined && payable > 0 && (room.never !== null || payable > room.leftMinor)
  const off =
    askedMinor < 1
      ? t('goodwill.notReady')
      : sums?.ok === false
        ? refusal(sums.error)
        : room
          ? undefined
          : t('case.busy')
  const run = async (): Promise<void> => {
    if (off !== undefined || give.isBusy) return
    const given = await give.run({
      adjustmentId,
      billId: of.billId,
      caseId,
      reason,
      askedMinor,
      lines: [...lines],
      note,
    })
    if (given.ok) onGiven(given.value.adjustmentId)
  }
  return (
    <DialogForm
      refused={give.refusal && refusal(give.refusal)}
      leave={t('bills.pay.cancel')}
      onLeave={onClose}
      send={t(isAbove ? 'goodwill.ask' : 'goodwill.give', { amountMinor: payable })}
      busy={give.isBusy ? t('case.busy') : undefined}
      reasonOff={off}
      onSend={() => void run()}
    >
      <p>
        <span className={text.label}>{t('goodwill.for')}</span>{' '}
        {chosen.length === 0 ? t('goodwill.wholeBill') : chosen.map(({ name }) => name).join(', ')}
      </p>
      <TextField
        label={t('goodwill.amount')}
        value={typed}
        onChange={setTyped}
        trailing={reader.currency}
        help={of.isTaxIncluded || payable === 0 ? undefined : t('dispute.withTax', { amountMinor: payable })}
        input={
          // a data attribute, which React's type of a custom component does not list
          {
            ...{ inputMode: 'decimal', maxLength: 20, autoComplete: 'off', 'data-autofocus': true },
            onFocus: (event: { readonly currentTarget: HTMLInputElement }) => event.currentTarget.select(),
          } as object
        }
        error={amount.ok || typed === '' ? undefined : key(`wrong.${amount.error.code}`, amount.error.details ?? {})}
      />
      <Choice
        tall
        label={t('goodwill.reason')}
        value={reason}
        options={of.creditReasons.map(({ code, name }) => ({
          value: code,
          label: nameIn(namesOf(name), reader.language),
        }))}
        onChange={setReason}
      />
      <TextField
        label={t('goodwill.note')}
        value={note}
        onChange={setNote}
        input={{ maxLength: 500, autoComplete: 'off' }}
      />
      {room && <LeftOfAuthority room={room} />}
      {isAbove && <p className={text.second}>{whyAsked(room, payable, own)}</p>}
      {payable > 0 && (
        <div>
          <span className={text.label}>{t('dispute.tell')}</span>
          <p>
            <Quote
              text={spoken.t(
                isAbove
                  ? 'goodwill.tell.asked'
                  : room?.grantMinor === null
                    ? 'goodwill.tell.given'
                    : 'goodwill.tell.provisional',
                { amountMinor: payable },
              )}
              lang={spoken.reader.language}
            />
          </p>
        </div>
      )}
    </DialogForm>
  )
}

function whyAsked(room: AuthorityRoom, payable: number, { t }: ReturnType<typeof useText>): string {
  if (room.never !== null) return t(`error.${room.never}`)
  const who = roleAbove(room, payable)
  return who === undefined ? t('goodwill.aboveAll') : t('goodwill.above', { who: `role.${who}` })
}

/** A sum over the lines that were chosen, in proportion to what each was chosen for. */
function partsOf(chosen: readonly ChosenLine[], amountMinor: number) {
  if (chosen.length === 0 || amountMinor < 1) return []
  const shares = shareOut(
    amountMinor,
    chosen.map((line) => line.amountMinor),
  )
  return chosen.flatMap(({ lineId }, at) => {
    const share = shares[at] ?? 0
    return share > 0 ? [{ lineId, amountMinor: share }] : []
  })
}

interface GiveCreditProps {
  readonly billId: string
  readonly caseId: Id | null
  /** None: the credit is shared over the bill. */
  readonly chosen: readonly ChosenLine[]
  readonly onClose: () => void
  readonly onGiven: (adjustmentId: Id) => void
}
