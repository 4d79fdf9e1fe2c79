import type { Notice } from '#shared/contract/desk.ts'
import { Message } from '#renderer/ui/message.tsx'
import classes from './notices.module.css'
import { useDesk } from './queries.ts'
import { useText } from './text.tsx'

/** What the desk must tell once: what the shell did about the settings, and the service about the desk's own files. */
export function Notices() {
  const ofShell = useDesk('shell.notices', {}).data?.notices ?? []
  const ofDesk = useDesk('desk.notices', {}).data?.notices ?? []
  return <NoticeList notices={[...ofShell, ...ofDesk]} />
}

/** Only what befell the desk's own files: said beside the work too, for it may happen in the middle of a day. */
export function DeskNotices() {
  return <NoticeList notices={useDesk('desk.notices', {}).data?.notices ?? []} />
}

function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const { say } = useText()
  if (notices.length === 0) return null
  return (
    <div className={classes.notices}>
      {notices.map((notice) => (
        <Message key={notice.id} tone={notice.tone} icon="alert" cause={say(notice.sentence)} />
      ))}
    </div>
  )
}
