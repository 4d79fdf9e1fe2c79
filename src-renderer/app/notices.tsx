import { Message } from '#renderer/ui/message.tsx'
import classes from './notices.module.css'
import { useDesk } from './queries.ts'
import { useText } from './text.tsx'

/** What the desk must tell once, e.g. that a damaged settings file was set aside. */
export function Notices() {
  const { say } = useText()
  const notices = useDesk('shell.notices', {}).data?.notices ?? []
  if (notices.length === 0) return null
  return (
    <div className={classes.notices}>
      {notices.map((notice) => (
        <Message key={notice.id} tone={notice.tone} icon="alert" cause={say(notice.sentence)} />
      ))}
    </div>
  )
}
