import { defineDeskHandler } from '#main/workstation/desk.ts'
import { authorityRoom } from '#main/workstation/sale/authority-room.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** What is left of one's authority for a credit of a bill. NOT_FOUND for a bill that is not on this desk. */
export const room = defineDeskHandler('adjustment.room', (desk, { billId, reason }) => {
  const bill = desk.view.get('bill', billId)?.row
  return bill ? ok(authorityRoom(desk, bill, reason)) : refuse('NOT_FOUND')
})
