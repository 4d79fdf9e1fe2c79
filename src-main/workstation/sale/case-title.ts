import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CaseFacts } from './read-case.ts'

/** What a case is about, for lists: the line wanted, or how far its activation is. */
export function caseTitle(facts: Pick<CaseFacts, 'row' | 'plan' | 'tasks'>): Sentence {
  if (facts.row.recipe !== 'sale') return say(`case.title.${facts.row.recipe}`)
  const done = facts.tasks.filter((task) => task.state === 'completed').length
  if (facts.tasks.length > 0 && done < facts.tasks.length)
    return say('case.title.sale.tasks', { done, of: facts.tasks.length })
  if (!facts.plan) return say('case.title.sale')
  return say(facts.plan.segment === 'fixed' ? 'case.title.sale.fixed' : 'case.title.sale.mobile')
}

/** Whose case it is: the customer, else the name typed so far; '' while nobody is known. */
export function caseCustomerName(facts: Pick<CaseFacts, 'customer' | 'fields'>): string {
  if (facts.customer) return customerName(facts.customer)
  const { kind, companyName, givenNames, familyName } = facts.fields.reason
  return (kind === 'company' ? companyName : `${givenNames} ${familyName}`).trim()
}
