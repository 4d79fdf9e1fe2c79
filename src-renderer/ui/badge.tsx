import { Badge as MantineBadge } from '@mantine/core'
import classes from './badge.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Tone, toneGround } from './tone.ts'

/** A fact about a person or a thing in two or three words. Neutral has a frame, every other tone a soft ground. */
export function Badge({ word, tone = 'neutral', icon }: BadgeProps) {
  return (
    <MantineBadge className={cx(classes.badge, tone === 'neutral' ? classes.neutral : toneGround(tone))}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {word}
    </MantineBadge>
  )
}

export type BadgeProps = { readonly word: string; readonly tone?: Tone; readonly icon?: IconName }
