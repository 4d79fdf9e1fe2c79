import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { needsReason } from '#renderer/app/needs-sentence.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { homeColumns, type Row, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { ToldList } from '#renderer/app/told-list.tsx'
import { useHomeHeads } from './home-heads.ts'

const itemsShown = 5

/** What a person has to decide, newest first; each opens Needs you at that item. */
export function HomeNeedsYou() {
  const text = useText()
  const heads = useHomeHeads()
  const asked = useDesk('desk.needsYou', {}).data
  const items = asked?.items
  const open = useDeskStore((state) => state.openNeedsYou)
  if (items === undefined) return null
  return (
    <>
      <section>
        <SectionHead title={text.t('app.needsYou')} count={items.length} calls={items.length > 0} />
        {items.length === 0 ? (
          <Empty icon="check" title={text.t('home.needsYouEmpty')} hint={text.t('home.needsYouHint')} />
        ) : (
          <RowTable
            label={text.t('app.needsYou')}
            columns={homeColumns(heads)}
            rows={items.slice(0, itemsShown).map((item) => rowOf(item, text, () => open(item.commandId)))}
          />
        )}
      </section>
      <ToldList told={asked?.told ?? []} />
    </>
  )
}

function rowOf(item: NeedsYouItem, text: Text, onChoose: () => void): Row {
  return {
    id: item.commandId,
    cells: {
      when: text.time(item.decidedAt),
      who: item.customerName === '' ? text.t('home.noName') : item.customerName,
      what: needsReason(item, text),
      state: text.t(item.whose === 'mine' ? 'home.savedBy' : 'home.teamBy', { name: item.capturedBy }),
      act: <LinkButton label={text.t('home.choose')} onClick={onChoose} />,
    },
  }
}
