import type { Language } from './translate.ts'

const noBreak = '\u00a0'
const narrowNoBreak = '\u202f'

/**
 * Sets a sentence's spaces as its language is printed, so that text files are typed with plain ones: in French a narrow
 * no-break space before `: ; ? %` and inside « », in Czech and Russian a word of one letter kept with the next one.
 */
export function typeset(sentence: string, language: Language): string {
  switch (language) {
    case 'fr':
      return sentence.replace(/ (?=[:;?!%»])/g, narrowNoBreak).replace(/« /g, `«${narrowNoBreak}`)
    case 'cs':
      return sentence.replace(/(?<![\p{L}\p{N}])([ksvzouaiKSVZOUAI]) (?=\S)/gu, `$1${noBreak}`)
    case 'ru':
      return sentence
        .replace(/(?<![\p{L}\p{N}])([вкосуияВКОСУИЯаА]) (?=\S)/gu, `$1${noBreak}`)
        .replace(/ —/g, `${noBreak}—`)
    case 'en':
      return sentence
  }
}
