import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar } from '#renderer/ui/case-frame.tsx'
import { NeedsNote } from './needs-note.tsx'

/** Note pad; whose the matter is, until when, by when it is due and whom to call; a matter of the team can be taken. */
export function NeedsBar({ item, view }: { readonly item: NeedsYouItem; readonly view: CaseView | undefined }) {
  const text = useText()
  const take = useDeskCommand('interaction.takeDecision')
  const refused = take.refusal
  return (
    <ActionBar
      note={view && item.caseId !== null ? <NeedsNote key={item.caseId} caseId={item.caseId} kept={view.note} /> : null}
      say={refused ? text.refusal(refused) : sayingOf(item, text)}
    >
      {item.whose !== 'mine' && (
        <ActionButton
          label={text.t('needs.take')}
          onClick={() => void take.run({ commandId: item.commandId })}
          {...(take.isBusy && { busy: text.t('needs.take') })}
        />
      )}
    </ActionBar>
  )
}

function sayingOf(item: NeedsYouItem, { t }: Text): string {
  const parts = [
    item.isKeptAside && item.mineUntil === null ? t('needs.keptSince', { at: item.capturedAt }) : whoseText(item, t),
    ...(item.dueAt === null ? [] : [t('needs.dueBy', { due: item.dueAt })]),
    ...(item.contactNumber === null ? [] : [t('needs.callBack', { number: item.contactNumber })]),
  ]
  return parts.join(' ')
}

function whoseText(item: NeedsYouItem, t: Text['t']): string {
  if (item.whose === 'supervisor') return t('needs.supervisors')
  if (item.whose === 'team') return t('needs.teams', { name: item.capturedBy })
  return item.mineUntil === null ? t('needs.due', { at: item.decidedAt }) : t('needs.yours', { until: item.mineUntil })
}
