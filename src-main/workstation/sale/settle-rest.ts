import type { Desk } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Captured } from './finish-step.ts'
import { stepBody, stepOfCommand } from './finish-step.ts'
import { isUnresolved } from './marks.ts'
import type { CaseFacts } from './read-case.ts'

/**
 * Settles what else of a case still waits for a person, now that it is decided as a whole: each refused command is resolved
 * by saving its step again, so that the inbox and the core agree that nothing is open. Gives the refusal of a capture.
 */
export function settleRest(desk: Desk, facts: CaseFacts, exceptId?: Id): Captured | undefined {
  for (const item of facts.commands.filter((one) => isUnresolved(one) && one.id !== exceptId)) {
    const step = stepOfCommand(item) ?? 'offer'
    const saved = desk.capture({
      type: 'interaction.saveCaseStep',
      body: stepBody(facts, step, facts.fields[step]),
      resolves: item.id,
    })
    if (!saved.ok) return saved
  }
  return undefined
}
