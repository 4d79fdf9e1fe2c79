import type { Sentences } from '../sentences.ts'
import type { takeOverText as english } from '../en/take-over.ts'

/** Sentences of a case that changes hands: who has it, taking it over, and what stays on one desk only, in French. */
export const takeOverText: Sentences<typeof english> = {
  'writer.elsewhere': 'Ouvert sur {deskName}, {name}, depuis {since:time}. Ici en lecture seule.',
  'writer.takenOver':
    '{name} a repris ce dossier sur {deskName}, {since:time}. Ici en lecture seule : continuez là-bas, ou reprenez-le.',
  'writer.takeOver': 'Reprendre',
  'writer.off': 'Un autre poste a ce dossier',
  'onlyHere.title': 'Seulement sur ce poste',
  'onlyHere.hint': 'Saisi ici et sur aucun autre poste. Copiez ce qui sert encore.',
  'onlyHere.step': '{step}, saisi à {at:time}',
  'onlyHere.copy': 'Copier',
  'onlyHere.copied': 'Dans le presse-papiers.',
  'onlyHere.notCopied': 'Sélectionnez le texte et copiez-le à la main.',
  'field.givenNames': 'Prénoms',
  'field.familyName': 'Nom de famille',
  'field.contactNumber': 'Numéro de contact',
  'field.email': 'E-mail',
  'field.wish': 'Chiffres souhaités',
  'field.msisdn': 'Numéro de téléphone',
  'field.line1': 'Première ligne du document',
  'field.line2': 'Deuxième ligne du document',
  'field.line3': 'Troisième ligne du document',
  'field.addressIssuedOn': 'Justificatif émis le',
  'field.street': 'Numéro et rue',
  'field.postalCode': 'Code postal',
  'field.town': 'Ville',
  'field.income': 'Revenu par mois',
  'field.tendered': 'Espèces remises',
  'field.terminalReference': 'Référence du terminal',
  'number.own': 'gardé pour ce poste',
  'needs.takeBack': 'Reprendre le dossier',
  'needs.takeBack.follows1': 'Ce poste y écrit à nouveau ; l’autre lit.',
  'needs.takeBack.follows2': 'Votre saisie est dans ses étapes. Comparez, et terminez-les à nouveau.',
}
