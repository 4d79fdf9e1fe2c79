import { nameIn } from '#shared/domain/catalogue/names.ts'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { useActions } from './hot-keys.ts'
import { useKnowledgeStore } from './knowledge.store.ts'
import { useDesk } from './queries.ts'
import { useText } from './text.tsx'

/** An answer found in the palette, read beside the work; Esc closes it. */
export function KnowledgePanel() {
  const openId = useKnowledgeStore((state) => state.openId)
  return openId === null ? null : <OpenAnswer id={openId} />
}

function OpenAnswer({ id }: { readonly id: string }) {
  const { t, key, reader } = useText()
  const show = useKnowledgeStore((state) => state.show)
  const answer = useDesk('catalogue.knowledge', {}).data?.answers.find((one) => one.id === id)
  const close = () => show(null)
  useActions([{ id: 'closeKnowledge', label: '', icon: 'x', keys: 'Esc', isSilent: true, run: close }])
  if (answer === undefined) return null
  return (
    <SidePanel
      title={nameIn(answer.title, reader.language)}
      closeWord={t('knowledge.close')}
      closeKeys="Esc"
      onClose={close}
      foot={t('knowledge.at', { step: key(`step.${answer.step}`) })}
    >
      <p>{nameIn(answer.body, reader.language)}</p>
    </SidePanel>
  )
}
