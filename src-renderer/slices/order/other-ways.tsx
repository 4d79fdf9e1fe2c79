import { useState } from 'react'
import type { CommandType } from '#shared/contract/commands.ts'
import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { type Way, WaysOn } from './ways-on.tsx'
import { WithdrawQuestion } from './withdraw-question.tsx'

/** Ways on from any other refusal: the step again with what was typed in it, the customer on record, or the case. */
export function OtherWays({ item }: { readonly item: NeedsYouItem }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const openCase = useDeskStore((state) => state.openCase)
  const reopen = useDeskCommand('interaction.reopenStep')
  const start = useDeskCommand('interaction.startCase')
  const letStand = useDeskCommand('interaction.letStand')
  const handOver = useDeskCommand('interaction.handOverDecision')
  const view = useDesk('interaction.caseView', { caseId: item.caseId ?? '' }, { isOff: item.caseId === null }).data
  const openAgain = async () => {
    const answer = await reopen.run({ commandId: item.commandId })
    if (answer.ok) openCase(answer.value.caseId, stepOf[item.type])
  }
  const goOnWith = async (customerId: string) => {
    const answer = await start.run({ channel: view?.channel ?? 'walkIn', customerId })
    if (answer.ok) openCase(answer.value.caseId)
  }
  const known = item.choices.find((choice) => choice.kind === 'openCustomer')
  const mayWithdraw = item.type === 'order.submitOrder'
  const { caseId } = item
  // where the core names the end as the choice there is, doing the step again would meet the same answer; what belongs to
  // no step (a case handed over, a donor asked) has none to open
  const isOfStep = stepOf[item.type] !== undefined || item.type === 'interaction.saveCaseStep'
  const isReopened = caseId !== null && isOfStep && !item.choices.some((choice) => choice.kind === 'withdraw')
  const ways: readonly Way[] = [
    ...(known
      ? [
          {
            id: 'openCustomer',
            label: t('needs.openCustomer'),
            follows: [t('needs.openCustomer.follows1'), t('needs.openCustomer.follows2')],
            onChoose: () => void goOnWith(known.value),
          },
        ]
      : []),
    ...(caseId !== null && limitCodes.has(item.code)
      ? [
          {
            id: 'override',
            label: t('needs.override'),
            follows: [t('needs.override.follows1'), t('needs.override.follows2')],
            onChoose: () => openCase(caseId, 'credit'),
          },
        ]
      : []),
    ...(isReopened
      ? [
          {
            id: 'reopen',
            label: t('needs.reopen'),
            follows: [t('needs.reopen.follows1'), t('needs.reopen.follows2')],
            onChoose: () => void openAgain(),
          },
        ]
      : []),
    ...(mayWithdraw
      ? [
          {
            id: 'withdraw',
            label: t('needs.withdraw'),
            follows: [t('needs.withdraw.follows1'), t('needs.withdraw.follows3')],
            onChoose: () => setAsking(true),
          },
        ]
      : caseId === null
        ? []
        : [
            {
              id: 'openCase',
              label: t('needs.openCase'),
              follows: [t('needs.openCase.follows1')],
              onChoose: () => openCase(caseId),
            },
          ]),
    binding.has(item.type) && item.whose !== 'supervisor'
      ? {
          id: 'handOver',
          label: t('needs.handOver'),
          follows: [t('needs.handOver.follows1'), t('needs.handOver.follows2')],
          onChoose: () => void handOver.run({ commandId: item.commandId }),
        }
      : {
          id: 'letStand',
          label: t('needs.letStand'),
          follows: [t('needs.letStand.follows1'), t('needs.letStand.follows2')],
          onChoose: () => void letStand.run({ commandId: item.commandId }),
        },
  ]
  const refused = reopen.refusal ?? start.refusal ?? letStand.refusal ?? handOver.refusal
  return (
    <>
      <WaysOn ways={ways} refused={refused} />
      {isAsking && <WithdrawQuestion item={item} onKeep={() => setAsking(false)} />}
    </>
  )
}

/** What a customer has signed or paid: an agent hands it up instead of letting it go. */
const binding: ReadonlySet<string> = new Set([
  'contract.signContract',
  'payment.recordPayment',
  'order.submitOrder',
  'order.chooseOtherNumber',
])

/** A limit that a supervisor may open. */
const limitCodes: ReadonlySet<string> = new Set(['CREDIT_LINES_EXCEEDED', 'COMPANY_LIMIT_EXCEEDED'])

/** The step a refused command was made in. */
const stepOf: Readonly<Record<string, SaleStep>> = {
  'customer.createProspect': 'reason',
  'customer.createCompany': 'reason',
  'customer.createHousehold': 'reason',
  'number.reserveNumber': 'offer',
  'identity.recordEvidence': 'identity',
  'credit.requestDecision': 'credit',
  'contract.signContract': 'sign',
  'payment.recordPayment': 'payNow',
  'order.submitOrder': 'payNow',
} satisfies { readonly [T in CommandType]?: SaleStep }
