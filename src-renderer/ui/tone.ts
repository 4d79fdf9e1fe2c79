import type { IconName } from './icon.tsx'
import classes from './tone.module.css'

/** One meaning each: ok confirmed, desk saved on this desk, late, stuck (or wrong), accent press/chosen/open, neutral. */
export type Tone = 'ok' | 'desk' | 'late' | 'stuck' | 'accent' | 'neutral'

/** The states a person reads (product.md "Words on screen"). */
export type State = 'confirmed' | 'desk' | 'open' | 'waits' | 'late' | 'stuck' | 'needsYou'

/** Icon and tone of each state. Colour only repeats what icon and word say. */
export const lookOfState: Readonly<Record<State, { readonly icon: IconName; readonly tone: Tone }>> = {
  confirmed: { icon: 'confirmed', tone: 'ok' },
  desk: { icon: 'desk', tone: 'desk' },
  open: { icon: 'open', tone: 'accent' },
  waits: { icon: 'waits', tone: 'neutral' },
  late: { icon: 'late', tone: 'late' },
  stuck: { icon: 'stuck', tone: 'stuck' },
  needsYou: { icon: 'user-exclamation', tone: 'accent' },
}

/** Class that gives text and icon the colour of a tone. */
export function toneText(tone: Tone): string | undefined {
  return classes[tone]
}

/** Class that gives a ground the soft colour of a tone, with text in that colour. */
export function toneGround(tone: Tone): string | undefined {
  return classes[`${tone}Ground`]
}
