import { useDebouncedValue } from '@mantine/hooks'
import { useSpotlight } from '@mantine/spotlight'
import { type ReactNode, useState } from 'react'
import type { Session } from '#shared/domain/staff/contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import { maskMsisdn } from '#shared/domain/number/msisdn.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { type PaletteGroup, type PaletteItem, PaletteShell, paletteStore } from '#renderer/ui/palette-shell.tsx'
import text from '#renderer/ui/text.module.css'
import { useDeskStore } from './desk.store.ts'
import { useGoTo } from './frame-actions.ts'
import { actionsHere, type DeskAction } from './hot-keys.ts'
import { useKnowledgeStore } from './knowledge.store.ts'
import { useDesk } from './queries.ts'
import { useText } from './text.tsx'

/** Find or do: what can be done here, customers as one types, my cases, where to go. */
export function DeskPalette({ session }: { readonly session: Session }) {
  const { t } = useText()
  const [query, setQuery] = useState('')
  useSpotlight(paletteStore) // drawn anew when it opens: what can be done here is asked of the screens then
  const groups = [
    useHere(query),
    useCustomers(query),
    useCases(query),
    useTeamCases(query),
    useKnowledge(query),
    useGoToGroup(query, session),
  ].filter((group) => group.items.length > 0)
  const count = groups.reduce((all, group) => all + group.items.length, 0)
  return (
    <PaletteShell
      label={t('app.find')}
      placeholder={t('palette.placeholder')}
      query={query}
      onQueryChange={setQuery}
      found={query === '' ? '' : t('palette.found', { count })}
      groups={groups}
      empty={t('palette.empty')}
      shortcut={null}
      foot={[
        { keys: ['↑', '↓'], word: t('palette.choose') },
        { keys: ['Enter'], word: t('palette.do') },
        { keys: ['Esc'], word: t('palette.back') },
      ]}
    />
  )
}

function useHere(query: string): PaletteGroup {
  const { t } = useText()
  const actions = actionsHere().filter((action) => action.isSilent !== true)
  return { label: t('palette.here'), items: found(actions, query).map((action) => itemOf(action, query)) }
}

function useGoToGroup(query: string, session: Session): PaletteGroup {
  const { t } = useText()
  return { label: t('palette.goTo'), items: found(useGoTo(session), query).map((action) => itemOf(action, query)) }
}

function useCustomers(query: string): PaletteGroup {
  const { t, key } = useText()
  const [asked] = useDebouncedValue(query.trim(), 60)
  const answer = useDesk('customer.search', { text: asked, limit: 6 }, { isOff: asked.length < 2, keeps: true })
  const openCustomer = useDeskStore((state) => state.openCustomer)
  const isAnswered = !answer.isFormer && asked === query.trim()
  const hits = asked.length < 2 ? [] : stillMeant(answer.data?.hits ?? [], (hit) => hit.name, query, isAnswered)
  return {
    label: t('palette.customers'),
    items: hits.map((hit) => ({
      id: `customer:${hit.customerId}`,
      icon: 'user',
      label: (
        <>
          {marked(hit.name, query)}{' '}
          <span className={text.second}>
            {[hit.town, hit.number === null ? '' : maskMsisdn(hit.number, 'pair')]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        </>
      ),
      second: key(`match.${hit.matched}`),
      onRun: () => openCustomer(hit.customerId),
    })),
  }
}

function useCases(query: string): PaletteGroup {
  const { t, say } = useText()
  const cases = useDesk('interaction.home', {}).data?.cases ?? []
  const openCase = useDeskStore((state) => state.openCase)
  const rows = cases.map((each) => ({
    id: `case:${each.caseId}`,
    label: `${each.customerName === '' ? t('home.noName') : each.customerName}, ${say(each.title)}`,
    icon: 'briefcase' as const,
    second: say(each.stateText),
    run: () => openCase(each.caseId),
  }))
  return {
    label: t('palette.cases'),
    items: found(rows, query)
      .slice(0, query === '' ? 4 : 8)
      .map((row) => itemOf(row, query)),
  }
}

/** What colleagues have open: a look, and Take over stands in the case. */
function useTeamCases(query: string): PaletteGroup {
  const { t } = useText()
  const [asked] = useDebouncedValue(query.trim(), 60)
  const answer = useDesk('interaction.teamCases', { text: asked, limit: 4 }, { isOff: asked.length < 2, keeps: true })
  const openCase = useDeskStore((state) => state.openCase)
  const isAnswered = !answer.isFormer && asked === query.trim()
  const known = answer.data?.cases ?? []
  const cases = asked.length < 2 ? [] : stillMeant(known, ({ customerName }) => customerName, query, isAnswered)
  return {
    label: t('palette.teamCases'),
    items: cases.map(({ caseId, customerName, reference, openedBy, updatedAt }) => ({
      id: `case:${caseId}`,
      icon: 'briefcase',
      label: marked(`${customerName === '' ? t('home.noName') : customerName}, ${reference}`, query),
      second: t('palette.teamCase', { name: openedBy, at: updatedAt }),
      onRun: () => openCase(caseId),
    })),
  }
}

/** Short answers to what customers ask, by a word of the question or of the answer. */
function useKnowledge(query: string): PaletteGroup {
  const { t, key, reader } = useText()
  const show = useKnowledgeStore((state) => state.show)
  const answers = useDesk('catalogue.knowledge', {}).data?.answers ?? []
  const words = wordsOf(query)
  const items = answers.flatMap(({ id, step, title, body }): readonly PaletteItem[] => {
    const [name, text] = [nameIn(title, reader.language), nameIn(body, reader.language)]
    const known = foldText(`${name} ${text}`)
    if (!words.every((word) => known.includes(word))) return []
    return [{ id, icon: 'book', label: marked(name, query), second: key(`step.${step}`), onRun: () => show(id) }]
  })
  return { label: t('palette.knowledge'), items: query.trim().length < 2 ? [] : items.slice(0, 5) }
}

function itemOf(action: DeskAction, query: string): PaletteItem {
  return {
    id: action.id,
    icon: action.icon,
    label: marked(action.label, query),
    ...(action.second === undefined ? {} : { second: action.second }),
    ...(action.keys === undefined ? {} : { keys: action.keys }),
    ...(action.reasonOff === undefined ? {} : { reasonOff: action.reasonOff }),
    onRun: action.run,
  }
}

/** What was found for fewer letters stays while it fits the words typed since: Enter never opens what was no longer meant. */
function stillMeant<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  query: string,
  isAnswered: boolean,
): readonly T[] {
  if (isAnswered) return rows
  const words = wordsOf(query)
  return rows.filter((row) => words.every((word) => foldText(nameOf(row)).includes(word)))
}

function found(actions: readonly DeskAction[], query: string): readonly DeskAction[] {
  const words = wordsOf(query)
  return actions.filter((action) => words.every((word) => foldText(action.label).includes(word)))
}

function wordsOf(query: string): readonly string[] {
  return foldText(query)
    .split(' ')
    .filter((word) => word !== '')
}

/** The found part in bold, where it stands as typed. */
function marked(label: string, query: string): ReactNode {
  const wish = query.trim().toLocaleLowerCase()
  const at = wish === '' ? -1 : label.toLocaleLowerCase().indexOf(wish)
  if (at < 0) return label
  return (
    <>
      {label.slice(0, at)}
      <b>{label.slice(at, at + wish.length)}</b>
      {label.slice(at + wish.length)}
    </>
  )
}
