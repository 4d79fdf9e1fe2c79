import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Gives a command that was kept aside another try: after an update, on this side or in the core. */
export const sendAgain = defineDeskHandler('desk.sendAgain', (desk, { commandId }) => {
  if (desk.outbox.get(commandId)?.state !== 'quarantined') return refuse('NOTHING_TO_RESOLVE')
  desk.sendAgain(commandId)
  return ok({})
})
