import type { Sentences } from '../sentences.ts'
import type { companiesText as english } from '../en/companies.ts'

/** Sentences of companies and households: their numbers, people who sign, branches, members, in French. */
export const companiesText: Sentences<typeof english> = {
  'reason.kind': 'Qui achète',
  'reason.kind.individual': 'Particulier',
  'reason.kind.household': 'Foyer',
  'reason.kind.company': 'Entreprise',
  'household.members': 'Qui d’autre y vit',
  'household.members.help': 'Noms séparés par des virgules ; ils peuvent utiliser les lignes',
  'household.members.known': 'Aussi dans le foyer : {members}',
  'company.name': 'Entreprise',
  'company.register': 'Numéro au registre',
  'company.register.help': 'Comme sur l’extrait du registre',
  'company.vat': 'Numéro de TVA',
  'company.vat.help': 'Seulement si elle en a un',
  'company.signatory': 'Signataire',
  'company.signatory.given': 'Signataire : prénoms',
  'company.signatory.family': 'Signataire : nom',
  'company.role': 'Fonction',
  'company.role.help': 'Gérant, propriétaire, office manager',
  'company.mandate': 'Signe en vertu',
  'company.mandate.lawful': 'du registre',
  'company.mandate.powerOfAttorney': 'd’un pouvoir',
  'company.mandateReference': 'Référence du pouvoir',
  'company.parent': 'Établissement de',
  'company.branchOf': 'Un établissement de {name}.',
  'company.noBranch': 'Ce n’est pas un établissement',
  'company.newBranch': 'Nouvel établissement',
  'company.asParent': 'Vide : comme l’entreprise',
  'company.bills': 'Factures envoyées à',
  'company.bills.own': 'l’établissement',
  'company.bills.parent': 'l’entreprise',
  'company.limit': 'Limite par mois',
  'company.limit.asClass': 'Selon sa classe',
  'company.limit.shared': 'Partagée avec toutes les succursales',
  'company.place': 'КПП',
  'company.place.help': 'De l’établissement, 9 caractères',
  'company.purchaseOrder': 'Bon de commande',
  'company.lineUser': 'Qui utilise la ligne',
  'company.lineUser.help': 'Vide : personne en particulier',
  'wrong.BUSINESS_NUMBER_LENGTH': '{name} : {has} caractères au lieu de {of}. Comparez-le avec l’extrait du registre.',
  'wrong.BUSINESS_NUMBER_FORM': '{name} : cela s’écrit comme {example}. Comparez-le avec l’extrait du registre.',
  'wrong.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name} : le chiffre de contrôle ne convient pas, un chiffre est faux ou deux sont inversés. Comparez-le avec l’extrait du registre.',
  'wrong.VAT_OF_ANOTHER':
    'Ce numéro de TVA appartient à un autre numéro au registre. Comparez les deux avec l’extrait.',
  'wrong.COMPANY_KNOWN':
    'Ce numéro est déjà enregistré : {name}. Choisissez-la ci-dessous ou ouvrez un nouvel établissement.',
  'wrong.PARENT_UNKNOWN': 'Ce poste ne connaît pas cette entreprise comme siège. Choisissez-la dans la liste.',
  'wrong.MANDATE_MISSING': 'Un pouvoir porte une référence. Saisissez celle du document.',
  'wrong.TOO_MANY_MEMBERS': 'Un foyer compte au plus {max} autres personnes. Omettez qui n’utilise pas de ligne.',
  'error.BUSINESS_NUMBER_LENGTH':
    '{name} : {has} caractères au lieu de {of}. Comparez-le avec l’extrait du registre et renvoyez-le.',
  'error.BUSINESS_NUMBER_FORM':
    '{name} : cela s’écrit comme {example}. Comparez-le avec l’extrait du registre et renvoyez-le.',
  'error.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name} : le chiffre de contrôle ne convient pas. Comparez-le avec l’extrait du registre et renvoyez-le.',
  'error.VAT_OF_ANOTHER': 'Ce numéro de TVA appartient à un autre numéro au registre. Comparez les deux et renvoyez.',
  'error.COMPANY_KNOWN':
    'Cette entreprise est déjà cliente : {name}. Continuez avec elle ou ouvrez un nouvel établissement.',
  'error.PARENT_UNKNOWN':
    'L’entreprise dont ceci serait un établissement n’est pas enregistrée comme siège. Choisissez-la à nouveau.',
  'error.COMPANY_LIMIT_EXCEEDED':
    'L’entreprise et ses établissements peuvent dépenser {limitMinor:money} par mois et dépensent déjà {usedMinor:money}. Prenez un forfait plus petit ou faites relever le plafond par un superviseur.',
  'error.PAYER_UNKNOWN':
    'La personne qui doit payer ne répond pas de ce client. Choisissez sous Motif qui reçoit les factures.',
}
