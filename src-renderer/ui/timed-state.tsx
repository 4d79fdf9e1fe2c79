import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import text from './text.module.css'
import { type Tone, toneText } from './tone.ts'

/** A state that time makes: late, paused. The icon says it again for those who see no colour. */
export function TimedState({
  tone,
  icon,
  word,
}: {
  readonly tone: Tone
  readonly icon?: IconName
  readonly word: string
}) {
  return (
    <span className={cx(text.row, text.medium, text.nowrap, toneText(tone))}>
      {icon !== undefined && <Icon name={icon} />}
      {word}
    </span>
  )
}
