import { defineDeskHandler } from '#main/workstation/desk.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import { kindOf } from '#shared/domain/customer/kinds.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { missingForLines, readLines } from './read-lines.ts'

/** Orders every line of a file in one command, or nothing: the file is judged again, then the core judges all of it. */
export const orderLines = defineDeskHandler('order.orderLines', (desk, { caseId, text, purchaseOrder }) => {
  const found = writableCase(desk, caseId)
  if (!found.ok) return found
  const facts = found.value
  const { customer, company } = facts
  if (!customer || kindOf(customer) !== 'company') return refuse('COMPANIES_ONLY')
  const may = mayWithoutCore(desk)
  if (!may.ok) return may
  const read = readLines(desk, facts, text, purchaseOrder || (company?.purchase_order ?? ''))
  if (!read.ok) return refuse('LINES_REFUSED', { count: 1, lines: [read.error.code] })
  const { lines } = read.value
  const wrong = lines.filter(({ problems }) => problems.length > 0)
  const missing = missingForLines(facts, lines)
  if (wrong.length + missing.length > 0)
    return refuse('LINES_REFUSED', {
      count: wrong.length + missing.length,
      lines: wrong.slice(0, 20).map(({ line, problems }) => `${line}: ${problems[0]?.code ?? ''}`),
    })
  const captured = desk.capture({
    type: 'order.submitLines',
    body: {
      batchId: desk.ids.next(),
      caseId,
      customerId: customer.id,
      payerId: company?.bills === 'parent' ? company.parent_id : null,
      lines: lines.map(({ planId, msisdn, sim, userName, purchaseOrder: reference }) => ({
        orderId: desk.ids.next(),
        productId: desk.ids.next(),
        ...{ planId, msisdn, sim, userName, purchaseOrder: reference },
      })),
    },
  })
  if (!captured.ok) return captured
  desk.changed('order', 'interaction', 'desk')
  return ok({ count: lines.length })
})
