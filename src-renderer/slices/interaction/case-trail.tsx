import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import text from '#renderer/ui/text.module.css'
import { toneText, type Tone } from '#renderer/ui/tone.ts'
import type { OutputOf } from '#shared/contract/procedures.ts'
import type { TrailEntry } from '#shared/domain/interaction/trail.ts'
import type { Id } from '#shared/kernel/ids.ts'
import classes from './case-trail.module.css'

/** Who did what to this case, newest last: a picture in its head, and in the palette. */
export function CaseTrail({ caseId }: { readonly caseId: Id }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const { data, ask } = useDesk('interaction.caseTrail', { caseId }, { isOff: !isOpen })
  const open = (): void => {
    setOpen(true)
    // what happened at other desks since it was looked at last is not told to this one
    if (data) ask()
  }
  useActions([{ id: 'trail', label: t('trail.title'), icon: 'history', run: open }])
  return (
    <>
      <IconButton label={t('trail.title')} icon="history" onClick={open} />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('trail.title')}
        size={640}
        closeButtonProps={{ 'aria-label': t('trail.close') }}
      >
        <Trail data={data} />
      </Modal>
    </>
  )
}

function Trail({ data }: { readonly data: OutputOf<'interaction.caseTrail'> | undefined }) {
  const { t, date, isToday } = useText()
  if (!data) return <p className={text.second}>{t('trail.asking')}</p>
  return (
    <>
      {!data.isWhole && <Message tone="late" icon="plug-off" cause={t('trail.more')} />}
      <ol className={classes.trail} aria-label={t('trail.title')}>
        {data.entries.map((entry, index) => {
          const day = date(entry.at)
          const before = data.entries[index - 1]
          const isNewDay = before === undefined ? !isToday(entry.at) : date(before.at) !== day
          const isSamePlace = before?.name === entry.name && before.place === entry.place && !before.isHere
          return <TrailRow key={entry.id} entry={entry} day={isNewDay ? day : undefined} hasPlace={!isSamePlace} />
        })}
      </ol>
      {data.isWhole && <p className={cx(text.second, classes.whole)}>{t('trail.whole')}</p>}
    </>
  )
}

function TrailRow({ entry, day, hasPlace }: TrailRowProps) {
  const { t, key, time, refusal } = useText()
  const { name, to, place, words, code, details, isHere } = entry
  const [icon, tone] = looks[isHere ? 'here' : entry.result]
  return (
    <li>
      {day !== undefined && <div className={classes.day}>{day}</div>}
      <div className={classes.row}>
        <time className={classes.when}>{time(entry.at)}</time>
        <span className={cx(classes.node, toneText(tone))}>
          <Icon name={icon} />
        </span>
        <div>
          <div>{key(entry.sentence, { name, to, what: key(entry.what) })}</div>
          {words !== '' && <Quote text={words} quiet />}
          {entry.result === 'refused' && <div className={text.second}>{refusal({ code, details })}</div>}
          {(isHere || (hasPlace && place !== '')) && (
            <div className={classes.place}>{isHere ? t('trail.here') : place}</div>
          )}
        </div>
      </div>
    </li>
  )
}

interface TrailRowProps {
  readonly entry: TrailEntry
  /** Said above the first thing of a day. */
  readonly day: string | undefined
  /** Somebody else, or elsewhere, than in the row before. */
  readonly hasPlace: boolean
}

const looks: Readonly<Record<TrailEntry['result'] | 'here', readonly [IconName, Tone]>> = {
  applied: ['check', 'ok'],
  asked: ['hourglass', 'late'],
  refused: ['alert', 'stuck'],
  here: ['desk', 'desk'],
}
