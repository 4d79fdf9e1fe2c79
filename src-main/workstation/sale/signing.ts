import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { wayOf } from '#shared/domain/contract/acceptance.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { summaryHashOf, termsOfCase } from './contract-terms.ts'
import { isUndecided } from './marks.ts'
import type { CaseFacts } from './read-case.ts'

/** How the contract of a case is accepted, and how far that is: a summary or a code for other terms does not count. */
export function signingOf(
  facts: CaseFacts,
  { businessDate, policies }: { readonly businessDate: IsoDate; readonly policies: Policies | undefined },
): CaseView['signing'] {
  const signed = facts.agreement?.row.acceptance
  const way = signed === undefined ? wayOf(facts.row.channel, facts.fields.sign.way) : signedWay(signed)
  const terms = facts.terms ?? termsOfCase(facts, { today: businessDate, policies, isConditional: false })
  const hash = terms ? summaryHashOf(terms, facts.agreement?.row.language ?? facts.fields.sign.language) : ''
  const summary = facts.messages
    .filter(({ row }) => row.template === 'saleSummary' && row.about === hash && row.state !== 'failed')
    .toSorted((a, b) => b.row.queued_at - a.row.queued_at)[0]
  const code = facts.codes
    .filter(({ row }) => row.summary_hash === hash && row.state !== 'replaced')
    .toSorted((a, b) => b.row.made_at - a.row.made_at)[0]
  return {
    way,
    summaryAt: summary?.row.queued_at ?? null,
    code: code?.row ?? null,
    isChecking: facts.commands.some((item) => item.type === 'contract.tryCode' && isUndecided(item)),
    withdrawUntil: terms?.withdrawUntil ?? null,
  }
}

function signedWay(acceptance: string): CaseView['signing']['way'] {
  return acceptance === 'code' || acceptance === 'script' ? acceptance : 'here'
}
