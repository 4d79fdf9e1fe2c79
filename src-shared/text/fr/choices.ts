import type { Sentences } from '../sentences.ts'
import type { choicesText as english } from '../en/choices.ts'

/** Sentences of who pays and of many offers, in French. */
export const choicesText: Sentences<typeof english> = {
  'payer.who': 'Les factures vont à',
  'payer.own': 'le client',
  'payer.other': 'quelqu’un d’autre',
  'payer.find': 'Trouver qui paie',
  'payer.find.help': 'Un de nos clients, par nom ou numéro',
  'payer.none': 'Aucun de nos clients trouvé. Notez d’abord le payeur comme client.',
  'payer.found': 'Peuvent payer',
  'payer.take': 'Paie',
  'payer.chosen': '{name} reçoit les factures de cette ligne.',
  'payer.agreed': 'Le payeur a accepté de payer',
  'payer.change': 'Choisir un autre',
  'wrong.PAYER_MISSING': 'Trouvez qui paie, ou laissez les factures au client.',
  'wrong.PAYER_NOT_AGREED': 'Personne ne paie pour un autre sans accord. Demandez au payeur, puis cochez.',
  'offer.find': 'Chercher parmi les forfaits',
  'offer.find.none': 'Aucun forfait ne contient ces mots. Videz le champ pour tout voir.',
  'offer.device.add': { one: 'Ajouter un appareil ({count})', other: 'Ajouter un appareil ({count})' },
}
