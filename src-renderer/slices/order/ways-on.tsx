import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choices, type WayOn } from '#renderer/ui/choices.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './needs-you.module.css'

/** A way on, before it has its key. */
export type Way = Omit<WayOn, 'keys'>
/** What a way tried came back with; undefined for no refusal. */
export type Refused = Refusal | undefined

/** The ways on from a matter: Enter takes the first, digits the others; above them why one just tried was refused. */
export function WaysOn({ ways, refused }: { readonly ways: readonly Way[]; readonly refused: Refused }) {
  const { t, refusal } = useText()
  return (
    <>
      {refused !== undefined && (
        <div className={classes.message}>
          <Message tone="stuck" cause={refusal(refused)} isUrgent />
        </div>
      )}
      <Choices
        label={t('needs.ways')}
        choices={ways.map((way, at) => ({ ...way, keys: at === 0 ? 'Enter' : String(at + 1) }))}
      />
    </>
  )
}

/** To look at the matter's case without changing anything; no way where there is no case. */
export function useLookAtCase({ caseId }: NeedsYouItem): readonly Way[] {
  const { t } = useText()
  const openCase = useDeskStore((state) => state.openCase)
  if (caseId === null) return []
  const follows = [t('needs.openCase.follows1')]
  return [{ id: 'openCase', label: t('needs.openCase'), follows, onChoose: () => openCase(caseId) }]
}
