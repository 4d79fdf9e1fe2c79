import type { ReactNode } from 'react'
import { type Session } from '#shared/domain/staff/contract.ts'
import { backOffice, isOneOf } from '#shared/domain/staff/roles.ts'
import { DeskNotices } from '#renderer/app/notices.tsx'
import { useDesk } from '#renderer/app/queries.ts'
import { useStartCase } from '#renderer/app/start-case.ts'
import { useText } from '#renderer/app/text.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { HomeFrame } from '#renderer/ui/page-frames.tsx'
import { HomeCallBacks } from './home-call-backs.tsx'
import { HomeCases } from './home-cases.tsx'
import { HomeNeedsYou } from './home-needs-you.tsx'
import { HomeSearch } from './home-search.tsx'
import { HomeStuck } from './home-stuck.tsx'

/** Where the day begins: the search has the focus, below it what needs me, `toDecide`, my cases, `tickets`. No charts. */
export function HomeScreen({ session, toDecide, tickets }: HomeProps) {
  const { t, refusal } = useText()
  const home = useDesk('interaction.home', {})
  const startCase = useStartCase(session)
  const refused = startCase.refusal ?? home.refusal
  return (
    <HomeFrame title={t('app.home')}>
      <DeskNotices />
      <HomeSearch customers={home.data?.customers} startCase={startCase} />
      {refused !== undefined && <Message tone="stuck" cause={refusal(refused)} isUrgent />}
      {isOneOf(session.role, backOffice) && <HomeStuck />}
      <HomeNeedsYou />
      {toDecide}
      <HomeCallBacks />
      <HomeCases cases={home.data?.cases} startCase={startCase} />
      {tickets}
    </HomeFrame>
  )
}

interface HomeProps {
  readonly session: Session
  readonly toDecide?: ReactNode
  readonly tickets: ReactNode
}
