import { defineDeskHandler } from '#main/workstation/desk.ts'
import { takenOut } from '#main/workstation/sale/taken-out.ts'
import { readActivationCode } from '#shared/domain/number/activation-code.ts'
import { qrPath } from '#shared/domain/number/qr-path.ts'
import { refuse } from '#shared/kernel/result.ts'
import { translate } from '#shared/text/translate.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** The eSIM of a case as a slip with its QR code, in the language of its contract. NO_E_SIM for a card, or before the order. */
export const eSimSlip = defineDeskHandler('number.eSimSlip', async (desk, { caseId }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  const policies = desk.policies()
  if (!policies) return refuse('CORE_UNREACHABLE')
  const text = facts.sim?.activation_code ?? ''
  const code = readActivationCode(text)
  if (!code) return refuse('NO_E_SIM')
  const { operator, place, zone, currency } = policies.market
  const language = facts.fields.sign.language
  const reader = { language, currency, zone, today: desk.businessDate() }
  const reference = `E-${facts.row.reference}`
  const pdf = await desk.paper({
    slip: [
      translate(reader, 'activation.eSim.scan'),
      `${translate(reader, 'activation.eSim.address')}: ${code.address}`,
      `${translate(reader, 'activation.eSim.matching')}: ${code.matchingId}`,
    ],
    heading: translate(reader, 'activation.eSim'),
    code: qrPath(text),
    ...{ reference, language, operator, place, at: facts.agreement?.row.signed_at ?? desk.now() },
  })
  if (!pdf.ok) return pdf
  return takenOut(desk, { kind: 'eSim', aboutId: caseId, fileName: `${reference}.pdf` }, pdf.value)
})
