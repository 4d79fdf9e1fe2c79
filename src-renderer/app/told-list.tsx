import type { ToldItem } from '#shared/contract/desk.ts'
import { useDeskStore } from './desk.store.ts'
import type { Matter } from './matter.store.ts'
import { useMatterStore } from './matter.store.ts'
import { commandName, toldSentence } from './needs-sentence.ts'
import { type Text, useText } from './text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { homeColumns, type Row, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'

/** Own matters in other hands: who decided them or has them. Told here until the shift is over, never by a passing toast. */
export function ToldList({ told }: { readonly told: readonly ToldItem[] }) {
  const text = useText()
  const openCase = useDeskStore((state) => state.openCase)
  const show = useMatterStore((state) => state.show)
  if (told.length === 0) return null
  const { t } = text
  const heads = {
    when: t('home.col.when'),
    who: t('home.col.who'),
    what: t('home.col.what'),
    state: t('home.col.state'),
    act: t('home.col.act'),
  }
  return (
    <section>
      <SectionHead title={t('told.title')} count={told.length} />
      <RowTable
        label={t('told.title')}
        columns={homeColumns(heads)}
        rows={told.map((item) => rowOf(item, text, { openCase, show }))}
      />
    </section>
  )
}

interface Ways {
  readonly openCase: (caseId: string) => void
  readonly show: (matter: Matter) => void
}

function rowOf(item: ToldItem, text: Text, { openCase, show }: Ways): Row {
  const { caseId, matter, sentence } = item
  const open = matter
    ? () =>
        show(
          matter.kind === 'dispute'
            ? { kind: 'dispute', disputeId: matter.id }
            : { kind: 'credit', adjustmentId: matter.id },
        )
    : caseId === null
      ? undefined
      : () => openCase(caseId)
  return {
    id: item.taskId,
    cells: {
      when: text.time(item.at),
      who: item.customerName === '' ? text.t('home.noName') : item.customerName,
      what: sentence === null ? toldSentence(item, text) : text.say(sentence),
      state: commandName(item.type, text),
      act: open === undefined ? null : <LinkButton label={text.t('home.open')} onClick={open} />,
    },
  }
}
