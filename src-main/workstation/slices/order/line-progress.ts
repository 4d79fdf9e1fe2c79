import { defineDeskHandler } from '#main/workstation/desk.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { ok } from '#shared/kernel/result.ts'

/** How far the lines ordered from files in a case are, from any desk. */
export const lineProgress = defineDeskHandler('order.lineProgress', (desk, { caseId }) => {
  const sentHere = desk.outbox.touching(`case:${caseId}`).flatMap((item) => bodyOf(item, 'order.submitLines') ?? [])
  const orders = desk.view.where('product_order', 'case_id', caseId).map(({ row }) => row)
  const batches = new Set(sentHere.map(({ batchId }) => batchId))
  const agreements = new Set(desk.view.where('agreement', 'case_id', caseId).map(({ row }) => row.id))
  // what stands on no contract of the case stands on a purchase order
  const ofFiles = orders.filter((row) => batches.has(row.agreement_id) || !agreements.has(row.agreement_id))
  if (ofFiles.length === 0) return ok({ progress: null })
  const count = (...states: readonly string[]): number => ofFiles.filter(({ state }) => states.includes(state)).length
  return ok({
    progress: {
      of: ofFiles.length,
      sent: ofFiles.filter(({ version }) => version > 0).length,
      active: count('completed'),
      stuck: count('held'),
    },
  })
})
