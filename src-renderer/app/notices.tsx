import { Message } from '#renderer/ui/message.tsx'
import { useDesk } from './queries.ts'
import { useText } from './text.tsx'

/** What the desk must tell once, e.g. that a damaged settings file was set aside. */
export function Notices() {
  const { say } = useText()
  const notices = useDesk('shell.notices', {}).data?.notices ?? []
  return notices.map((notice) => <Message key={notice.id} tone={notice.tone} cause={say(notice.sentence)} />)
}
