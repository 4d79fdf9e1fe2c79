import type { Sentences } from '../sentences.ts'
import type { choicesText as english } from '../en/choices.ts'

/** Sentences of who pays and of many offers, in Czech. */
export const choicesText: Sentences<typeof english> = {
  'payer.who': 'Vyúčtování dostává',
  'payer.own': 'zákazník',
  'payer.other': 'někdo jiný',
  'payer.find': 'Najít, kdo platí',
  'payer.find.help': 'Náš zákazník, podle jména nebo čísla',
  'payer.none': 'Žádný náš zákazník nenalezen. Plátce se nejdřív zapíše jako zákazník.',
  'payer.found': 'Mohou platit',
  'payer.take': 'Platí',
  'payer.chosen': 'Vyúčtování této linky dostává: {name}.',
  'payer.agreed': 'Plátce souhlasí, že bude platit',
  'payer.change': 'Vybrat jiného',
  'wrong.PAYER_MISSING': 'Najděte, kdo platí, nebo nechte vyúčtování zákazníkovi.',
  'wrong.PAYER_NOT_AGREED': 'Nikdo neplatí za jiného bez souhlasu. Zeptejte se plátce a zaškrtněte to.',
  'offer.find': 'Najít mezi tarify',
  'offer.find.none': 'Žádný tarif s těmito slovy. Vymažte pole a uvidíte všechny.',
  'offer.device.add': {
    one: 'Přidat zařízení ({count})',
    few: 'Přidat zařízení ({count})',
    other: 'Přidat zařízení ({count})',
  },
}
