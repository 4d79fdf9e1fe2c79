import { defineDeskHandler } from '#main/workstation/desk.ts'
import { takenOut } from '#main/workstation/sale/taken-out.ts'
import { namesOf } from '#shared/domain/catalogue/names.ts'
import { refuse } from '#shared/kernel/result.ts'
import { slipLines } from '#shared/text/slip-lines.ts'
import { translate } from '#shared/text/translate.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** The slip "conditional until confirmed" of a signed case, as PDF in the language of its contract. NOT_SIGNED before. */
export const slip = defineDeskHandler('contract.slip', async (desk, { caseId }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  const policies = desk.policies()
  if (!policies) return refuse('CORE_UNREACHABLE')
  const { agreement, terms, customer, plan, row } = facts
  if (!agreement || !terms) return refuse('NOT_SIGNED')
  const { operator, place, zone, currency } = policies.market
  const language = facts.fields.sign.language
  const reader = { language, currency, zone, today: desk.businessDate() }
  const reference = `S-${row.reference}`
  const pdf = await desk.paper({
    slip: slipLines(reader, {
      planName: plan ? namesOf(plan.name) : null,
      msisdn: terms.msisdn === '' ? null : terms.msisdn,
      dueNowMinor: terms.dueNowMinor,
      depositMinor: terms.depositMinor,
      contactNumber: customer?.contact_number ?? null,
      reference: row.reference,
      agentName: row.owner_name,
      place: desk.status().deskName,
    }),
    heading: translate(reader, 'sign.slip.heading'),
    ...{ reference, language, operator, place, at: agreement.row.signed_at },
  })
  if (!pdf.ok) return pdf
  return takenOut(desk, { kind: 'slip', aboutId: agreement.row.id, fileName: `${reference}.pdf` }, pdf.value)
})
