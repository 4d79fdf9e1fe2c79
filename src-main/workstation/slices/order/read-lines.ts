import type { Desk } from '#main/workstation/desk.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import { priceListInForce } from '#main/workstation/sale/read-basket.ts'
import { netOf } from '#shared/domain/catalogue/net-price.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { LineFileRefusal, LineOfFile } from '#shared/domain/order/line-file.ts'
import { judgeLineFile } from '#shared/domain/order/line-file.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'

export interface ReadLines {
  readonly lines: readonly LineOfFile[]
  readonly plans: readonly OfferRow[]
}

/** Reads a file of lines by what this desk knows; each line has its purchase order, its own or the one of all. */
export function readLines(
  desk: Desk,
  { customer, company }: CaseFacts,
  text: string,
  purchaseOrder: string,
): Result<ReadLines, Refusal<LineFileRefusal>> {
  const ids = ['', customer?.id, company?.parent_id]
  const sold = desk.view.sql<OfferRow>(
    `select * from offer where kind = 'plan' and segment = 'mobile' and billing = 'postPaid' order by position`,
  )
  const list = priceListInForce(desk, desk.businessDate())
  // an individual plan is for one company with its branches, and companies pay without the tax
  const plans = sold
    .filter((plan) => ids.includes(plan.for_customer))
    .map((plan) => ({ ...plan, monthly_minor: list ? netOf(plan.monthly_minor, list) : plan.monthly_minor }))
  const judged = judgeLineFile(text, {
    plans,
    today: desk.businessDate(),
    country: desk.policies()?.market.country ?? '',
    isFree: (msisdn) => {
      const row = desk.view.get('phone_number', msisdn)?.row
      return row?.state === 'free' || (row?.state === 'leased' && row.leased_to === desk.deviceId)
    },
  })
  if (!judged.ok) return judged
  const all = purchaseOrder.trim().slice(0, 40)
  return ok({ plans, lines: judged.value.map((line) => ({ ...line, purchaseOrder: line.purchaseOrder || all })) })
}

/** What keeps the company of a case from ordering lines from a file, as far as this desk knows. */
export function missingForLines(facts: CaseFacts, lines: readonly LineOfFile[]): readonly Sentence[] {
  const hasOrder = lines.every((line) => line.purchaseOrder !== '')
  return [
    ...(facts.evidence?.row.state === 'valid' ? [] : [say('lines.missing.identity')]),
    ...(facts.decision === null ? [say('lines.missing.credit')] : []),
    ...(hasOrder ? [] : [say('lines.missing.purchaseOrder')]),
  ]
}
