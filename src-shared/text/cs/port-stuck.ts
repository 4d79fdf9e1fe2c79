import type { Sentences } from '../sentences.ts'
import type { portStuckText as english } from '../en/port-stuck.ts'

/** Sentences of a refused number, in Czech. */
export const portStuckText: Sentences<typeof english> = {
  'portStuck.short': 'Číslo od {donor}',
  'portStuck.sentence': '{donor} nechce uvolnit číslo; zákazník: {name}.',
  'portStuck.number': 'Přenášené číslo',
  'portStuck.temporary': 'Linka má zatím',
  'portStuck.donor': 'Jeho operátor',
  'portStuck.answered': 'Odmítnuto',
  'portStuck.tries': 'Dotazů',
  'portStuck.again': 'Znovu požádat: {donor}',
  'portStuck.keep': 'Ponechat {temporary:phone}',
  'portStuck.keep.follows': 'Žádost se stáhne, dárce se to dozví a toto je nové číslo linky.',
  'portIn.say.DUES_UNPAID': 'Váš operátor ještě čeká na platbu. Zaplaťte ji tam a já požádám znovu.',
  'portIn.say.MINIMUM_STAY': 'Musíte tam ještě chvíli zůstat. Který pozdější den se vám hodí?',
  'portIn.say.OWNERSHIP_CHANGE': 'Vaše číslo tam mění držitele. Dejte vědět, až to bude, a já požádám znovu.',
  'portIn.say.CONTRACT_OBLIGATION': 'Ještě vás tam váže smlouva. Počkáme na její konec, nebo ji nejdřív vyrovnáte?',
  'portIn.say.COURT_ORDER': 'Toto číslo teď přenést nejde. Nové vám zůstává a už funguje.',
  'portIn.say.CODE_WRONG': 'Kód nesouhlasil. Přečtete mi ho ještě jednou?',
}
