import type { RecipeName } from '#shared/domain/interaction/recipes.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { isOneOf, serving } from '#shared/domain/staff/roles.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useDeskStore } from './desk.store.ts'
import { useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'

/** Begins a case, for a customer or for someone new, and opens it. `reasonOff` says why this person may not. */
export function useStartCase(session: Session): StartCase {
  const { t, reader } = useText()
  const command = useDeskCommand('interaction.startCase')
  const openCase = useDeskStore((state) => state.openCase)
  const reasonOff = isOneOf(session.role, serving) ? undefined : t('home.newCaseOff')
  return {
    reasonOff,
    refusal: command.refusal,
    start: async (customerId, recipe) => {
      if (reasonOff !== undefined || command.isBusy) return
      const channel = session.role === 'store' ? 'walkIn' : 'phone'
      const started = await command.run({
        channel,
        customerId,
        language: reader.language,
        ...(recipe && { recipe }),
      })
      if (started.ok) openCase(started.value.caseId)
    },
  }
}

export interface StartCase {
  readonly reasonOff: string | undefined
  readonly refusal: Refusal | undefined
  /** A sale unless another recipe is named. */
  readonly start: (customerId: Id | null, recipe?: RecipeName) => Promise<void>
}
