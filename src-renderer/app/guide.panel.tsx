import { useEffect } from 'react'
import type { OutputOf } from '#shared/contract/procedures.ts'
import type { Story } from '#shared/domain/interaction/guide.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './guide.module.css'
import { useGuideStore } from './guide.store.ts'
import { ResetDemonstration } from './reset-demonstration.tsx'
import { useDesk, useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'
import { useShowTarget } from './use-show-target.ts'

/** The demonstration's stories, step by step, ticked as the desk sees them done. Opens by itself until closed for good. */
export function GuidePanel({ session }: { readonly session: Session }) {
  const { t } = useText()
  const { isOpen, story: open, setOpen, show } = useGuideStore()
  const opensItself = useDesk('preferences.get', {}).data?.guide
  const isDemonstration = useDesk('desk.status', {}).data?.isDemonstration === true
  const set = useDeskCommand('preferences.set')
  useEffect(() => {
    if (opensItself === true && isDemonstration) setOpen(true)
  }, [opensItself, isDemonstration, setOpen, session.userId])
  const { data } = useDesk('desk.guide', {}, { isOff: !isDemonstration })
  const stories = data?.stories ?? []
  if (!isOpen || stories.length === 0) return null
  const done = stories.filter(isDone).length
  const close = () => setOpen(false)
  return (
    <SidePanel
      title={t('guide.title')}
      second={t('guide.done', { done, of: stories.length })}
      closeWord={t('guide.close')}
      closeKeys="F1"
      onClose={close}
      foot={
        <>
          <LinkButton
            label={t('guide.closeForGood')}
            onClick={() => {
              close()
              void set.run({ guide: false })
            }}
          />
          <ResetDemonstration />
        </>
      }
    >
      <ol>
        {stories.map((one, index) => (
          <StoryRow
            key={one.story}
            told={one}
            number={index + 1}
            isOpen={one.story === (open ?? stories.find((each) => !isDone(each))?.story)}
            onOpen={show}
            userName={session.name}
          />
        ))}
      </ol>
    </SidePanel>
  )
}

type Told = OutputOf<'desk.guide'>['stories'][number]

function isDone({ steps }: Told): boolean {
  return steps.every((step) => step.isDone)
}

function StoryRow({ told, number, isOpen, onOpen, userName }: StoryRowProps) {
  const { t, key } = useText()
  const isAllDone = isDone(told)
  return (
    <li>
      <button type="button" className={classes.story} aria-expanded={isOpen} onClick={() => onOpen(told.story)}>
        {isAllDone ? (
          <Icon name="confirmed" className={classes.done} label={t('guide.isDone')} />
        ) : (
          <span className={classes.number}>{number}</span>
        )}
        <span className={cx(isOpen && classes.name)}>{key(`guide.story.${told.story}`)}</span>
        <span className={classes.person}>{told.person}</span>
      </button>
      {isOpen && (
        <div className={classes.steps}>
          {userName !== told.person && <p className={classes.as}>{t('guide.as', { name: told.person })}</p>}
          <ol>
            {told.steps.map((step, index) => (
              <StepRow
                key={step.step}
                story={told.story}
                step={step}
                number={index + 1}
                isNext={step === told.steps.find((each) => !each.isDone)}
              />
            ))}
          </ol>
        </div>
      )}
    </li>
  )
}

interface StoryRowProps {
  readonly told: Told
  readonly number: number
  readonly isOpen: boolean
  readonly onOpen: (story: Story) => void
  readonly userName: string
}

function StepRow({ story, step, number, isNext }: StepRowProps) {
  const { t, key } = useText()
  const show = useShowTarget()
  return (
    <li className={classes.step}>
      {step.isDone ? (
        <Icon name="confirmed" className={classes.done} label={t('guide.isDone')} />
      ) : (
        <span className={classes.number}>{number}</span>
      )}
      <span className={cx(step.isDone && text.second)}>
        {key(`guide.step.${story}.${step.step}`)}
        {isNext && (
          <span className={classes.way}>
            <LinkButton label={t('guide.show')} onClick={() => show(step.target)} />
          </span>
        )}
      </span>
    </li>
  )
}

interface StepRowProps {
  readonly story: Story
  readonly step: Told['steps'][number]
  readonly number: number
  /** The first one that is not done: it says where it happens. */
  readonly isNext: boolean
}
