import type { OutputOf } from '#shared/contract/procedures.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import type { StartCase } from '#renderer/app/start-case.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { homeColumns, type Row, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import { useHomeHeads } from './home-heads.ts'

type Line = OutputOf<'interaction.home'>['cases'][number]

/** My cases, the newest first, and how to begin one. */
export function HomeCases({
  cases,
  startCase,
}: {
  readonly cases: readonly Line[] | undefined
  readonly startCase: StartCase
}) {
  const text = useText()
  const heads = useHomeHeads()
  const openCase = useDeskStore((state) => state.openCase)
  const isNotServing = startCase.reasonOff !== undefined
  if (cases === undefined || (isNotServing && cases.length === 0)) return null
  const begin = () => void startCase.start(null)
  return (
    <section>
      <SectionHead title={text.t('home.cases')} count={cases.length}>
        <ActionButton
          label={text.t('home.newCase')}
          keys="Alt N"
          icon="plus"
          kind="quiet"
          small
          onClick={begin}
          reasonOff={startCase.reasonOff}
          sayAt="left"
        />
      </SectionHead>
      {cases.length === 0 ? (
        <Empty icon="briefcase" title={text.t('home.casesEmpty')} hint={text.t('home.casesHint')} />
      ) : (
        <RowTable
          label={text.t('home.cases')}
          columns={homeColumns(heads)}
          rows={cases.map((line) => rowOf(line, text, () => openCase(line.caseId)))}
        />
      )}
    </section>
  )
}

function rowOf(line: Line, text: Text, onOpen: () => void): Row {
  return {
    id: line.caseId,
    isOff: line.isClosed,
    cells: {
      when: text.isToday(line.updatedAt) ? text.time(line.updatedAt) : text.date(line.updatedAt),
      who: line.customerName === '' ? text.t('home.noName') : line.customerName,
      what: text.say(line.title),
      state: <StateBadge state={line.state} word={text.say(line.stateText)} />,
      act: <LinkButton label={text.t('home.open')} onClick={onOpen} />,
    },
  }
}
