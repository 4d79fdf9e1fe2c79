import { useEffect } from 'react'
import { stories } from '#shared/domain/interaction/guide.ts'
import type { Left } from '#shared/domain/staff/contract.ts'
import { DeskStatus } from '#renderer/app/desk-status.tsx'
import { FirstStart } from '#renderer/app/first-start.tsx'
import { LanguageChoice } from '#renderer/app/language-choice.tsx'
import { Notices } from '#renderer/app/notices.tsx'
import { forgetPerson, useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ThemeChoice } from '#renderer/app/theme-choice.tsx'
import { AppFrame } from '#renderer/ui/app-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { SignInFrame, ThreeToTwo } from '#renderer/ui/page-frames.tsx'
import classes from './sign-in.module.css'
import { SignInForm } from './sign-in-form.tsx'
import { SignInTiles } from './sign-in-tiles.tsx'
import { dayText } from './market-day.ts'

/** Who sits down: by a tile in the demonstration, else by name and password. Below it what starts meanwhile. */
export function SignInScreen() {
  const { t, refusal, reader } = useText()
  const status = useDesk('desk.status', {}).data
  const people = useDesk('staff.people', {}).data
  const signIn = useDeskCommand('staff.signIn')
  const left = useDesk('staff.session', {}).data?.left ?? null
  useEffect(forgetPerson, [])
  const tiles = people?.people ?? []
  // a core on this machine brings the demonstration with it: its people come as soon as it answers
  const isDemonstration = status?.isDemonstration === true || status?.isCoreEmbedded === true || tiles.length > 0
  const day = people?.businessDate ?? status?.businessDate
  return (
    <AppFrame status={<DeskStatus isSignIn />}>
      <SignInFrame
        name={t('app.name')}
        aside={
          isDemonstration ? (day ? t('signIn.market', { date: dayText(day, reader) }) : t('signIn.marketNoDate')) : ''
        }
        foot={
          <>
            <LanguageChoice />
            <ThemeChoice />
          </>
        }
      >
        <Notices />
        {left !== null && <LeftLine left={left} unsent={status?.toSend ?? 0} />}
        <h2 className={classes.who}>{isDemonstration ? t('signIn.who') : status !== undefined && t('signIn.title')}</h2>
        {signIn.refusal !== undefined && (
          <div className={classes.refusal}>
            <Message tone="stuck" cause={refusal(signIn.refusal)} isUrgent />
          </div>
        )}
        {status !== undefined && !isDemonstration && (
          <SignInForm
            lastName={left?.isLocked === true ? left.name : ''}
            isBusy={signIn.isBusy}
            onSubmit={(name, password) => void signIn.run({ name, password })}
          />
        )}
        {tiles.length > 0 && (
          <SignInTiles
            people={tiles}
            first={left?.userId}
            onChoose={(tile) => !signIn.isBusy && void signIn.run({ tile })}
          />
        )}
        {isDemonstration && tiles.length === 0 && <Empty icon="hourglass" title={t('signIn.waiting')} />}
        <ThreeToTwo>
          <FirstStart />
          {isDemonstration && <Stories />}
        </ThreeToTwo>
      </SignInFrame>
    </AppFrame>
  )
}

/** Who left the desk, that nothing of theirs is lost, and what still goes out in their name. */
function LeftLine({ left, unsent }: { readonly left: Left; readonly unsent: number }) {
  const { t } = useText()
  const { name, at } = left
  return (
    <div className={classes.left}>
      <Message
        tone="neutral"
        icon={left.isLocked ? 'lock' : 'logout'}
        cause={[
          t(left.isLocked ? 'signIn.locked' : 'signIn.left', { name, at }),
          ...(unsent === 0 ? [] : [t('signIn.leftUnsent', { count: unsent })]),
        ].join(' ')}
      />
    </div>
  )
}

// The guide's stories, and who plays each; they open beside the work once somebody sits down.
function Stories() {
  const { t, key } = useText()
  return (
    <section>
      <h2 className={classes.who}>{t('signIn.stories')}</h2>
      <ol className={classes.stories}>
        {stories.map(({ story, person }, index) => (
          <li key={story}>
            <span>{index + 1}</span>
            {key(`guide.story.${story}`)}
            <span>{person}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
