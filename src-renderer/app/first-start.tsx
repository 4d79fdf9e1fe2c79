import type { Startup } from '#shared/contract/desk.ts'
import { Message } from '#renderer/ui/message.tsx'
import { type ProgressItem, ProgressList } from '#renderer/ui/progress-list.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './first-start.module.css'
import { useDesk } from './queries.ts'
import { type Text, useText } from './text.tsx'

/** What starts, how many and how long, and what one can do meanwhile. */
export function FirstStart() {
  const said = useText()
  const startup = useDesk('desk.startup', {}).data
  if (startup === undefined) return null
  const { t } = said
  // a desk that cannot open has been here before, as far as anybody knows
  const title = t(startup.isReady || startup.problem !== null ? 'start.again' : 'start.first')
  return (
    <section aria-label={title}>
      <h2 className={classes.head}>
        {title}
        <span className={text.second}>{startup.isReady ? t('start.ready') : ''}</span>
      </h2>
      <ProgressList label={title} items={startup.steps.map((step) => itemOf(step, said))} />
      {startup.problem !== null && (
        <div className={classes.problem}>
          <Message tone="stuck" cause={said.say(startup.problem)} isUrgent />
        </div>
      )}
      {startup.problem === null && (
        <p className={`${text.second} ${classes.say}`}>{t(startup.isReady ? 'start.allHere' : 'start.signInNow')}</p>
      )}
    </section>
  )
}

type StartStep = Startup['steps'][number]

const states = { waits: 'waits', runs: 'open', done: 'confirmed', failed: 'stuck' } as const

function itemOf(step: StartStep, said: Text): ProgressItem {
  const second = secondOf(step, said)
  return {
    id: step.step,
    name: said.t(`start.${step.step}`),
    state: states[step.state],
    ...(second === '' ? {} : { second }),
    ...(step.tookMs === null ? {} : { time: said.t('start.seconds', { seconds: Math.round(step.tookMs / 100) / 10 }) }),
    ...(step.state === 'runs' && step.of > 0 ? { done: step.done / step.of } : {}),
  }
}

function secondOf({ step, state, done, of }: StartStep, { t }: Text): string {
  if (state === 'failed') return t('start.failed')
  if (state === 'waits') return step === 'build' ? '' : t(`start.after.${step}`)
  // a core we did not start ourselves tells no number of customers
  if (step === 'build' || of <= 1) return ''
  return state === 'done' ? t('start.customers', { of }) : t('start.customersOf', { done, of })
}
