import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Keeps what the person at the desk has open, at every change of it. */
export const keepOpenWork = defineDeskHandler('interaction.keepOpenWork', (desk, work) => {
  const session = desk.session()
  if (!session) return refuse('NOT_SIGNED_IN')
  desk.openWork.keep(session.userId, work)
  return ok({})
})
