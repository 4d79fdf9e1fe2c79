import type { Sentences } from '../sentences.ts'
import type { reasonStepText as english } from '../en/step-reason.ts'

/** Sentences of the step Reason: who the customer is, who is known already, consents, in French. */
export const reasonStepText: Sentences<typeof english> = {
  'reason.title': 'Motif',
  'reason.hint': 'Saisissez un nom ou un numéro : les clients connus apparaissent dessous',
  'reason.givenNames': 'Prénoms',
  'reason.familyName': 'Nom de famille',
  'reason.contactNumber': 'Numéro de contact',
  'reason.contactNumber.help': 'Sans +, lu comme un numéro de {country}',
  'reason.email': 'E-mail',
  'reason.email.help': 'Seulement si le client en veut un',
  'reason.language': 'Langue du client',
  'reason.known': 'Déjà client ?',
  'reason.known.none': 'Aucun client de ce nom sur ce poste',
  'reason.known.type': 'Apparaît dès deux lettres ou trois chiffres',
  'reason.known.more': 'D’autres existent ; continuez à taper',
  'reason.known.name': 'Nom',
  'reason.known.town': 'Ville',
  'reason.known.number': 'Numéro de téléphone',
  'reason.known.state': 'État',
  'reason.known.act': 'Action',
  'reason.known.use': 'C’est cette personne',
  'reason.customerState.prospect': 'Prospect',
  'reason.customerState.approved': 'Approuvé',
  'reason.customerState.active': 'Actif',
  'reason.customerState.closed': 'Clos',
  'reason.chosen': 'Ce dossier est pour un client enregistré. Ce qui est connu n’est pas redemandé.',
  'reason.chosen.other': 'C’est quelqu’un d’autre',
  'reason.consents': 'Consentements, texte d’octobre 2026',
  'reason.consents.hint': 'Non tant que le client n’a pas dit oui ; chacun peut être retiré',
  'reason.consent.bureau': 'Organisme de crédit',
  'reason.consent.bureau.wording':
    'Puis-je demander à l’organisme de crédit comment vous avez payé jusqu’ici ? Je vois une classe, pas vos factures.',
  'reason.consent.recording': 'Enregistrer les appels',
  'reason.consent.recording.wording':
    'Pouvons-nous enregistrer les appels avec vous, pour retrouver ce qui a été convenu ?',
  'reason.consent.sms': 'Nouveautés par SMS',
  'reason.consent.sms.wording': 'Pouvons-nous vous parler d’offres par SMS ?',
  'reason.consent.email': 'Nouveautés par e-mail',
  'reason.consent.email.wording': 'Pouvons-nous vous parler d’offres par e-mail ?',
  'reason.consent.profiling': 'Offres selon l’usage',
  'reason.consent.profiling.wording':
    'Pouvons-nous regarder comment vous utilisez la ligne, pour trouver un forfait qui convient mieux ?',
}
