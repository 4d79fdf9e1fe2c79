/** What each key of a keyboard types, unshifted and shifted, in one order of keys for every layout. */
interface Layout {
  readonly name: 'us' | 'azerty' | 'qwertz' | 'czech' | 'russian'
  readonly plain: string
  readonly shifted: string
}

/** The keys of a US keyboard, as most scanners are set: what they press for a character. */
const us: Layout = {
  name: 'us',
  plain: '1234567890qwertyuiopasdfghjkl;zxcvbnm,./-',
  shifted: '!@#$%^&*()QWERTYUIOPASDFGHJKL:ZXCVBNM<>?_',
}

/**
 * The same keys as a system set to another language reads them. Windows' own layouts: French, German and Swiss (letters
 * alike), Czech with figures under Shift, Russian.
 */
const others: readonly Layout[] = [
  {
    name: 'azerty',
    plain: '&é"\'(-è_çàazertyuiopqsdfghjklmwxcvbn,;:!)',
    shifted: '1234567890AZERTYUIOPQSDFGHJKLMWXCVBN?./§°',
  },
  {
    name: 'qwertz',
    plain: '1234567890qwertzuiopasdfghjklöyxcvbnm,.-ß',
    shifted: '!"§$%&/()=QWERTZUIOPASDFGHJKLÖYXCVBNM;:_?',
  },
  {
    name: 'czech',
    plain: '+ěščřžýáíéqwertzuiopasdfghjklůyxcvbnm,.-=',
    shifted: '1234567890QWERTZUIOPASDFGHJKL"YXCVBNM?:_%',
  },
  {
    name: 'russian',
    plain: '1234567890йцукенгшщзфывапролджячсмитьбю.-',
    shifted: '!"№;%:?*()ЙЦУКЕНГШЩЗФЫВАПРОЛДЖЯЧСМИТЬБЮ,_',
  },
]

const tables = others.map(({ name, plain, shifted }) => ({
  name,
  // a character two keys type means the first: figures stand before signs
  keys: new Map(
    [...plain, ...shifted].map((typed, at) => [typed, `${us.plain}${us.shifted}`.charAt(at)] as const).reverse(),
  ),
}))

/** A text as typed, then as the scanner meant it if the system read its keys in each other layout. */
export function meantTexts(typed: string): readonly string[] {
  const others = tables.map(({ keys }) => [...typed].map((character) => keys.get(character) ?? character).join(''))
  return [...new Set([typed, ...others])]
}

/** What a scanner's keys type on a system set to a layout: for tests and the simulated scanner. */
export function garbled(text: string, layout: Layout['name']): string {
  const keys = tables.find(({ name }) => name === layout)?.keys
  if (!keys) return text
  const back = new Map([...keys].map(([typed, meant]) => [meant, typed] as const))
  return [...text].map((character) => back.get(character) ?? character).join('')
}
