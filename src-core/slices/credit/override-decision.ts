import { isOneOf, roles } from '#shared/domain/staff/roles.ts'
import { mayOverride, overriddenTerms } from '#shared/domain/credit/override-rules.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { termsIn } from '../contract/terms.ts'
import { applied, rejected } from '../kit/answers.ts'
import { companyLimit, postPaidLines } from '../order/order-facts.ts'

/**
 * A decision that takes the place of the one on record, by the authority the policy gives, with its reason. Asked by
 * somebody without it, or in a case they opened themselves, it waits for a supervisor (`needsApproval`); approved, it is
 * carried out by theirs. The bureau is not asked again: its answer stands, a person decides over it.
 */
export const overrideDecision = defineHandler('credit.overrideDecision', {
  run: async (context, body) => {
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    const decision = await context.get('credit_decision', body.decisionId)
    if (decision?.scope !== context.scope || decision.state === 'provisional') return rejected('CREDIT_MISSING')
    if (await context.get('credit_decision', body.overrideId)) return rejected('BODY_INVALID', { field: 'overrideId' })
    const { credit } = context.policies
    const facts = await limitFacts(context, body.customerId, body.caseId)
    if (!mayOverride(decision, facts, credit)) return rejected('OVERRIDE_NOT_NEEDED')
    if (!(await hasAuthority(context, body.caseId)))
      return { result: 'needsApproval', code: 'OVERRIDE_NEEDS_SUPERVISOR' } as const
    const terms = overriddenTerms(decision, facts, credit)
    await context.insert('credit_decision', {
      id: body.overrideId,
      scope: context.scope,
      customer_id: body.customerId,
      case_id: body.caseId,
      class: terms.class,
      state: 'final',
      reasons: JSON.stringify([...reasonsOf(decision.reasons), 'OVERRIDDEN']),
      deposit_months: terms.depositMonths,
      spending_limit_minor: terms.spendingLimitMinor,
      lines: terms.lines,
      currency: decision.currency,
      decided_at: context.now,
      valid_until: addDays(context.businessDate, credit.validDays),
      overridden_by: context.authority.name,
      override_reason: body.reason,
      overrides: decision.id,
    })
    return applied
  },
})

async function hasAuthority(context: HandlerContext, caseId: string): Promise<boolean> {
  const { override } = context.policies.credit
  const role = roles.find((one) => one === context.authority.role)
  if (role === undefined || !isOneOf(role, override.roles)) return false
  const opened = await context.get('service_case', caseId)
  return !override.byAnother || opened?.owner_id !== context.authority.userId
}

/** What of the limits is in use, and what the case would add. */
async function limitFacts(context: HandlerContext, customerId: string, caseId: string) {
  const signed = await context.tx
    .selectFrom('agreement')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('signed_at', 'desc')
    .executeTakeFirst()
  return {
    linesInForce: await postPaidLines(context, customerId),
    company: await companyLimit(context, customerId),
    monthlyMinor: signed ? termsIn(signed).monthlyMinor : 0,
  }
}

function reasonsOf(json: string): readonly string[] {
  const reasons: unknown = JSON.parse(json)
  return Array.isArray(reasons) ? reasons.map(String) : []
}
