import type { AuthorityPolicy } from '#shared/domain/catalogue/authority-policy.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Authority, AuthorityFacts, Verdict } from './authority.ts'
import { authoritiesOf, judgeAuthority } from './authority.ts'
import type { DelegationRow } from './rows.ts'

/** Who decides, and what is known but for the sum; `dayMinor` by whose authority it was given. */
export interface VerdictFacts {
  readonly person: { readonly userId: string; readonly role: string }
  readonly delegations: readonly DelegationRow[]
  readonly policy: AuthorityPolicy
  readonly today: IsoDate
  readonly facts: Omit<AuthorityFacts, 'amountMinor' | 'dayMinor' | 'isOwnHousehold'> & {
    readonly dayMinor: Readonly<Record<string, number>>
    /** Colleagues whose household the customer belongs to. */
    readonly kin: readonly string[]
  }
  readonly amountMinor: number
}

/** Whether a person may give a sum by the one of their authorities under which most is allowed; undefined without any. */
export function bestVerdict(
  known: VerdictFacts,
): { readonly verdict: Verdict; readonly authority: Authority } | undefined {
  const { person, delegations, policy, today, facts, amountMinor } = known
  return authoritiesOf(person, delegations, today, policy)
    .map((authority) => {
      const dayMinor = facts.dayMinor[authority.userId] ?? 0
      const isOwnHousehold = facts.kin.some((id) => id === person.userId || id === authority.userId)
      return { authority, verdict: judgeAuthority({ ...facts, amountMinor, dayMinor, isOwnHousehold }, authority) }
    })
    .toSorted((a, b) => order[a.verdict.kind] - order[b.verdict.kind])[0]
}

const order = { within: 0, coSigned: 1, above: 2, never: 3 } as const
