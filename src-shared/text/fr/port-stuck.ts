import type { Sentences } from '../sentences.ts'
import type { portStuckText as english } from '../en/port-stuck.ts'

/** Sentences of a refused number, in French. */
export const portStuckText: Sentences<typeof english> = {
  'portStuck.short': 'Numéro de {donor}',
  'portStuck.sentence': '{donor} ne cède pas le numéro de {name}.',
  'portStuck.number': 'Numéro à apporter',
  'portStuck.temporary': 'La ligne a entre-temps',
  'portStuck.donor': 'Son opérateur',
  'portStuck.answered': 'Refusé',
  'portStuck.tries': 'Demandes',
  'portStuck.again': 'Redemander à {donor}',
  'portStuck.keep': 'Garder le {temporary:phone}',
  'portStuck.keep.follows': 'La demande est retirée, le donneur averti, et ceci est le nouveau numéro de la ligne.',
  'portIn.say.DUES_UNPAID': 'Votre opérateur attend encore un paiement. Réglez-le là-bas et je redemande.',
  'portIn.say.MINIMUM_STAY': 'Vous devez y rester encore un peu. Quel jour plus tard vous convient ?',
  'portIn.say.OWNERSHIP_CHANGE': 'Votre numéro y change de titulaire. Dites-moi quand c’est fait et je redemande.',
  'portIn.say.CONTRACT_OBLIGATION': 'Un contrat vous y lie encore. Attendons-nous sa fin, ou le réglez-vous d’abord ?',
  'portIn.say.COURT_ORDER': 'Ce numéro ne peut pas être apporté. Vous gardez le nouveau, il fonctionne déjà.',
  'portIn.say.CODE_WRONG': 'Le code n’était pas juste. Pouvez-vous me le relire ?',
}
