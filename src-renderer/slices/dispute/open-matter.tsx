import type { ReactNode } from 'react'
import { customerDates } from '#renderer/app/customer-context.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { SpokenProvider, useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { DecisionActions } from './decision-actions.tsx'
import { DecisionContext } from './decision-context.tsx'
import { DecisionWork } from './decision-work.tsx'
import type { QueueKey } from './decision.screen.tsx'
import { useDecision } from './use-decision.ts'

/** One matter in the frame of a case, as soon as all it is decided by is read. */
export function OpenMatter({ shown, ...around }: OpenMatterProps) {
  const { t, refusal } = useText()
  const matter = useDesk('decision.matter', { kind: shown.kind, id: shown.id })
  const customer = useDesk('interaction.customerView', { customerId: shown.customerId })
  if (matter.data && customer.data)
    // typed afresh when the request is another one
    return <MatterInFrame key={matter.data.request} matter={matter.data} customer={customer.data} {...around} />
  const refused = matter.refusal ?? customer.refusal
  return (
    <CaseFrame
      title={t('decision.title')}
      rail={around.rail}
      workLabel={t('decision.work')}
      contextLabel={t('case.customer')}
      context={null}
      actions={null}
    >
      {around.refused}
      {refused ? (
        <Empty icon="alert" title={t('decision.gone')} hint={refusal(refused)} />
      ) : (
        <Empty icon="hourglass" title={t('decision.loading')} />
      )}
    </CaseFrame>
  )
}

interface Around {
  readonly session: Session
  readonly rail: ReactNode
  /** Decisions the core refused, above the work. */
  readonly refused: ReactNode
  readonly onMove: (by: 1 | -1) => void
  readonly onDecided: () => void
}

type OpenMatterProps = Around & { readonly shown: QueueKey }

function MatterInFrame({ matter, customer, session, rail, refused, onMove, onDecided }: InFrameProps) {
  const text = useText()
  const { t } = text
  const decision = useDecision(matter, session)
  const decide = useDeskCommand('decision.decide')
  const said = decide.refusal === undefined ? decision.never : text.refusal(decide.refusal)
  const { kind, customerName: name, reference, dispute } = matter
  useActions([
    {
      id: 'next',
      label: t('decision.next'),
      icon: 'chevron-down',
      keys: 'Alt ArrowDown',
      isSilent: true,
      run: () => onMove(1),
    },
    {
      id: 'previous',
      label: t('decision.previous'),
      icon: 'chevron-down',
      keys: 'Alt ArrowUp',
      isSilent: true,
      run: () => onMove(-1),
    },
  ])
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
        context={<DecisionContext matter={matter} customer={customer} />}
        actions={<DecisionActions {...{ matter, decision, decide, onDecided }} />}
      >
        {refused}
        <DecisionWork {...{ matter, decision, session }}>
          {said !== undefined && <Message tone={decide.refusal ? 'stuck' : 'neutral'} cause={said} />}
        </DecisionWork>
      </CaseFrame>
    </SpokenProvider>
  )
}

interface InFrameProps extends Around {
  readonly matter: Matter
  readonly customer: CustomerView
}
