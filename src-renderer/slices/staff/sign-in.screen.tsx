import { useEffect } from 'react'
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
        <h2 className={classes.who}>{isDemonstration ? t('signIn.who') : status !== undefined && t('signIn.title')}</h2>
        {signIn.refusal !== undefined && (
          <div className={classes.refusal}>
            <Message tone="stuck" cause={refusal(signIn.refusal)} isUrgent />
          </div>
        )}
        {status !== undefined && !isDemonstration && (
          <SignInForm isBusy={signIn.isBusy} onSubmit={(name, password) => void signIn.run({ name, password })} />
        )}
        {tiles.length > 0 && (
          <SignInTiles people={tiles} onChoose={(tile) => !signIn.isBusy && void signIn.run({ tile })} />
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

// Only what can be done today stands here.
function Stories() {
  const { t } = useText()
  return (
    <section>
      <h2 className={classes.who}>{t('signIn.stories')}</h2>
      <ol className={classes.stories}>
        <li>
          <span>1</span>
          {t('signIn.story1')}
          <span>Luc</span>
        </li>
      </ol>
    </section>
  )
}
