import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import { parkTyped } from '#main/workstation/sale/park-case.ts'
import { waitingFor, whoseIs } from '#main/workstation/sale/waiting.ts'

/**
 * Ends the session and tells how many commands still wait to be sent. What waits here for this person goes to the team:
 * a command too, so that it holds without the core as well.
 */
export const staffSignOut = defineDeskHandler('staff.signOut', (desk) => {
  const session = desk.session()
  // what was decided a moment ago goes out in this name
  desk.decisions.sendAll()
  parkTyped(desk)
  const unsent = desk.outbox.unsent()
  const isOwn = waitingFor(desk).some((one) => whoseIs(one, session) === 'mine')
  // what is still on its way may be refused after the person has gone
  if (session && (isOwn || unsent.some((item) => item.actorName === session.name)))
    desk.capture({ type: 'interaction.leaveShift', body: { userId: session.userId } })
  desk.staff.signOut()
  return ok({ unsent: unsent.length })
})
