import { useState } from 'react'
import { initialsOf } from '#renderer/app/initials.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { HomeFrame } from '#renderer/ui/page-frames.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { type Step, StepList } from '#renderer/ui/step-list.tsx'
import { PortInWork } from './port-in-work.tsx'
import { ReferralWork } from './referral-work.tsx'
import type { PortIn, Referral, StuckTask } from './stuck-types.ts'
import { TaskWork } from './task-work.tsx'

/** Back office: stuck and late activations, numbers a donor refused, and additional checks; one is looked at, decided with a note, and goes. */
export function StuckScreen() {
  const text = useText()
  const { t } = text
  const asked = useDesk('provisioning.stuckTasks', {})
  const referrals = useDesk('identity.referrals', {})
  const portIns = useDesk('number.portIns', { caseId: null })
  const [wished, setWished] = useState('')
  const refused = asked.refusal ?? referrals.refusal ?? portIns.refusal
  if (refused !== undefined) {
    return (
      <HomeFrame title={t('stuck.title')}>
        <Message tone="stuck" cause={text.refusal(refused)} />
      </HomeFrame>
    )
  }
  if (asked.data === undefined || referrals.data === undefined || portIns.data === undefined) return null
  const steps = [
    ...asked.data.tasks.map((each) => taskStep(each, text)),
    ...portIns.data.portIns.map((each) => portInStep(each, text)),
    ...referrals.data.referrals.map((each) => referralStep(each, text)),
  ]
  const current = steps.find((step) => step.id === wished)?.id ?? steps[0]?.id
  const task = asked.data.tasks.find((each) => each.task.id === current)
  const portIn = portIns.data.portIns.find((each) => each.row.id === current)
  const referral = referrals.data.referrals.find((each) => each.evidence.id === current)
  const rail = <StepList label={t('stuck.list')} current={current ?? ''} onOpen={setWished} steps={steps} />
  if (task) return <TaskWork key={task.task.id} stuck={task} rail={rail} />
  if (portIn) return <PortInWork key={portIn.row.id} portIn={portIn} rail={rail} />
  if (referral) return <ReferralWork key={referral.evidence.id} referral={referral} rail={rail} />
  return (
    <HomeFrame title={t('stuck.title')}>
      <section>
        <SectionHead title={t('stuck.title')} count={0} />
        <Empty icon="check" title={t('stuck.empty')} hint={t('stuck.emptyHint')} />
      </section>
    </HomeFrame>
  )
}

function taskStep({ task, customerName, isPending }: StuckTask, { t, key }: Text): Step {
  const isStuck = task.state === 'held'
  const word = t(isPending ? 'stuck.pending' : isStuck ? 'stuck.stateStuck' : 'stuck.stateLate')
  return {
    id: task.id,
    name: initialsOf(customerName) || t('home.noName'),
    summary: `${key(`task.${task.kind}`)}, ${word.toLocaleLowerCase()}`,
    state: isPending ? 'desk' : isStuck ? 'wrong' : 'waits',
    stateWord: word,
  }
}

function portInStep({ row, customerName, isPending }: PortIn, { t }: Text): Step {
  const word = t(isPending ? 'stuck.pending' : 'stuck.stateStuck')
  return {
    id: row.id,
    name: initialsOf(customerName) || t('home.noName'),
    summary: `${t('portStuck.short', { donor: row.donor })}, ${word.toLocaleLowerCase()}`,
    state: isPending ? 'desk' : 'wrong',
    stateWord: word,
  }
}

function referralStep({ evidence, customerName, isPending }: Referral, { t }: Text): Step {
  return {
    id: evidence.id,
    name: initialsOf(customerName) || t('home.noName'),
    summary: t(isPending ? 'stuck.pending' : 'stuck.stateCheck'),
    state: isPending ? 'desk' : 'needsYou',
  }
}
