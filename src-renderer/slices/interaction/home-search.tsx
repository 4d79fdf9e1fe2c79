import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Hit } from '#shared/domain/customer/contract.ts'
import { maskMsisdn } from '#shared/domain/number/msisdn.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { askAhead, useDesk } from '#renderer/app/queries.ts'
import type { StartCase } from '#renderer/app/start-case.ts'
import { useScans } from '#renderer/app/scanner.ts'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './home-search.module.css'

const hitsShown = 8

/**
 * Search that has the focus on Home: what is found stands below as one types; arrows choose, Enter opens the chosen
 * customer, Ctrl Enter begins a case for them, and the last row one for someone new. Esc closes the list and keeps what was
 * typed.
 */
export function HomeSearch({ customers, startCase }: HomeSearchProps) {
  const { t, number } = useText()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [asked] = useDebouncedValue(typed.trim(), 40)
  const { data, isFormer } = useDesk(
    'customer.search',
    { text: asked, limit: hitsShown },
    { isOff: asked.length < 2, keeps: true },
  )
  const listId = useId()
  const hits = asked.length < 2 ? [] : (data?.hits ?? [])
  const isShown = isOpen && typed.trim().length >= 2
  const last = startCase.reasonOff === undefined ? hits.length : hits.length - 1
  const at = Math.min(chosen, last)
  const openCustomer = useDeskStore((state) => state.openCustomer)
  // Enter pressed within the pause after the last key: remembered, and acted on when the answer for those words is there
  const waiting = useRef<{ readonly text: string; readonly isCase: boolean }>(undefined)
  const isAnswered = data !== undefined && !isFormer && asked === typed.trim()
  const pick = (index: number, isCase = false) => {
    const customerId = hits[index]?.customerId ?? null
    if (customerId === null || isCase) void startCase.start(customerId)
    else openCustomer(customerId)
  }
  useEffect(() => {
    const wish = waiting.current
    if (wish === undefined || !isAnswered) return
    waiting.current = undefined
    if (wish.text === asked && isShown && last >= 0) pick(at, wish.isCase)
  })
  // the only one found is most likely the one to be opened: their view is on its way before Enter
  const only = isShown && isAnswered && hits.length === 1 ? hits[0]?.customerId : undefined
  useEffect(() => {
    if (only !== undefined) askAhead('interaction.customerView', { customerId: only })
  }, [only])
  // whoever holds a document or a card against the scanner is looked for
  useScans((scan) => {
    setTyped(scan.kind === 'sim' ? scan.iccid : scan.documentNumber)
    setChosen(0)
    setOpen(true)
    return true
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move !== 0) {
      event.preventDefault()
      setOpen(true)
      setChosen(Math.max(0, Math.min(at + move, last)))
    } else if (event.key === 'Enter' && isShown) {
      event.preventDefault()
      const isCase = event.ctrlKey || event.metaKey
      if (!isAnswered) waiting.current = { text: typed.trim(), isCase }
      else if (last >= 0) pick(at, isCase)
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      setOpen(false)
    }
  }
  return (
    <div className={classes.search}>
      <div className={classes.box}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t('home.find')}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && last >= 0 ? `${listId}-${at}` : undefined}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          className={classes.input}
          placeholder={t('home.findHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            waiting.current = undefined
            setChosen(0)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
        <span className={classes.count} role="status">
          {isShown
            ? t(data?.more === true ? 'home.foundMore' : 'home.found', { count: hits.length })
            : customers !== undefined && t('home.onThisDesk', { count: customers, shown: number(customers) })}
        </span>
      </div>
      {isShown && (
        <ul id={listId} role="listbox" aria-label={t('home.find')} className={classes.list}>
          {hits.map((hit, index) => (
            <HitRow
              key={hit.customerId}
              id={`${listId}-${index}`}
              hit={hit}
              isChosen={index === at}
              onPick={() => pick(index)}
            />
          ))}
          {startCase.reasonOff === undefined && (
            <li
              id={`${listId}-${hits.length}`}
              role="option"
              aria-selected={at === hits.length}
              className={cx(classes.hit, at === hits.length && classes.chosen)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(hits.length)}
            >
              <Icon name="plus" />
              <span className={classes.new}>
                {hits.length === 0 && data !== undefined && asked === typed.trim()
                  ? t('home.notFound', { text: asked })
                  : t('home.newFor')}
              </span>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

function HitRow({ id, hit, isChosen, onPick }: HitRowProps) {
  const { key } = useText()
  return (
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      className={cx(classes.hit, isChosen && classes.chosen)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Icon name="user" />
      <span className={cx(text.medium, text.cut)}>{hit.name}</span>
      <span className={cx(text.second, text.cut)}>{hit.town}</span>
      <span className={text.number}>{hit.number === null ? '' : maskMsisdn(hit.number, 'pair')}</span>
      <span className={text.second}>{key(`customer.state.${hit.state}`)}</span>
      <span className={cx(text.third, text.small, classes.matched)}>{key(`match.${hit.matched}`)}</span>
    </li>
  )
}

interface HitRowProps {
  readonly id: string
  readonly hit: Hit
  readonly isChosen: boolean
  readonly onPick: () => void
}

interface HomeSearchProps {
  readonly customers: number | undefined
  readonly startCase: StartCase
}
