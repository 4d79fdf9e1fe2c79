import { ok, refuse } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** "Pull the cable": only in a demonstration, where nobody loses a real connection by it. */
export const deskSetCable = defineDeskHandler('desk.setCable', (desk, input) => {
  if (!desk.status().isDemonstration) return refuse('NOT_DEMONSTRATION')
  desk.setCable(input.isPulled)
  return ok({})
})
