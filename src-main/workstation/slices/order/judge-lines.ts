import { defineDeskHandler } from '#main/workstation/desk.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { namesOf } from '#shared/domain/catalogue/names.ts'
import { kindOf } from '#shared/domain/customer/kinds.ts'
import type { Details } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import { missingForLines, readLines } from './read-lines.ts'

/** The lines of a file as this desk reads them, each with what is wrong; nothing is written. */
export const judgeLines = defineDeskHandler('order.judgeLines', (desk, { caseId, text, purchaseOrder }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  if (kindOf(facts.customer) !== 'company') return refuse('COMPANIES_ONLY')
  const read = readLines(desk, facts, text, purchaseOrder || (facts.company?.purchase_order ?? ''))
  if (!read.ok)
    return ok({
      problem: say(`lines.${read.error.code}`, plain(read.error.details)),
      ...{ lines: [], wrong: 0, monthlyMinor: 0, missing: [] },
    })
  const { lines, plans } = read.value
  const planOf = (id: string) => plans.find((plan) => plan.id === id)
  return ok({
    problem: null,
    lines: lines.map((line) => {
      const plan = planOf(line.planId)
      return {
        ...{ line: line.line, userName: line.userName, msisdn: line.msisdn, sim: line.sim },
        purchaseOrder: line.purchaseOrder,
        plan: plan ? { ...namesOf(plan.name) } : { en: line.planId },
        problems: line.problems.map(({ code, details }) => say(`lines.${code}`, plain(details))),
      }
    }),
    wrong: lines.filter(({ problems }) => problems.length > 0).length,
    monthlyMinor: lines.reduce((sum, { planId }) => sum + (planOf(planId)?.monthly_minor ?? 0), 0),
    missing: [...missingForLines(facts, lines)],
  })
})

function plain(details: Details = {}): Sentence['params'] {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] =>
      /^(string|number)$/.test(typeof entry[1]),
    ),
  )
}
