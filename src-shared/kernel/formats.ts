/** What `Intl` makes costs a hundred times what it then does: each is made once and kept, few as they are. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.PluralRules>()

function keep<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.PluralRules>(key: string, make: () => F): F {
  const known = kept.get(key)
  if (known) return known as F // as: a key begins with the kind of what it keeps
  const made = make()
  kept.set(key, made)
  return made
}

/** A format of dates and times for a locale; made once for its options. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  return keep(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}

/** A format of numbers for a locale; made once for its options. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return keep(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))
}

/** Which form of a word goes with a number in a locale; made once. */
export function pluralRules(locale: string): Intl.PluralRules {
  return keep(`plural ${locale}`, () => new Intl.PluralRules(locale))
}
