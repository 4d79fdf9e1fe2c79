import type { Sentences } from '../sentences.ts'
import type { disputeErrorText as english } from '../en/dispute-errors.ts'

/** Commands of disputes and credits by name, and their refusals: what happened, then what to do next. */
export const disputeErrorText: Sentences<typeof english> = {
  'command.adjustment.giveCredit': 'Avoir',
  'command.adjustment.decideCredit': 'Décision sur un avoir',
  'command.adjustment.reassignCredit': 'Avoir confié à quelqu’un pour décision',
  'command.adjustment.askBack': 'Question sur un avoir',
  'command.adjustment.answer': 'Réponse sur un avoir',
  'command.adjustment.withdrawCredit': 'Demande d’avoir retirée',
  'command.adjustment.reverseCredit': 'Avoir annulé',
  'command.adjustment.giveCharge': 'Frais',
  'command.adjustment.delegateAuthority': 'Délégation',
  'command.adjustment.endDelegation': 'Fin de délégation',
  'command.dispute.fileDispute': 'Réclamation',
  'command.dispute.fileTopUp': 'Réclamation sur une recharge',
  'command.dispute.withdrawDispute': 'Réclamation retirée',
  'command.dispute.askBack': 'Question au client',
  'command.dispute.addWords': 'Réponse à une réclamation',
  'command.dispute.reassign': 'Réclamation confiée à un collègue',
  'command.dispute.decideDispute': 'Décision sur une réclamation',
  'error.OWN_HOUSEHOLD': 'Ce client est de votre propre foyer. Un collègue en décide.',
  'error.SIGNED_ALREADY': 'Vous l’avez déjà signé. La deuxième signature revient à une autre personne.',
  'error.NO_AUTHORITY': 'Votre rôle n’accorde pas d’argent. Laissez un chef d’équipe ou un superviseur décider.',
  'error.REQUEST_CHANGED': 'Quelque chose a été ajouté depuis. Rien n’est décidé ; relisez et décidez.',
  'error.REQUEST_WITHDRAWN':
    'La demande a été retirée entre-temps. Votre décision est sans effet ; rien n’est comptabilisé.',
  'error.ASKED_BACK': '{by} a posé une question à ce sujet. Rien n’est décidé ; la réponse d’abord.',
  'error.ANSWERED_ALREADY':
    'La question a reçu une réponse ou la demande a changé. Votre réponse n’est pas ajoutée ; revoyez l’avoir.',
  'error.ALREADY_DECIDED': '{by} a décidé avant vous. Votre décision est sans effet ; regardez la sienne.',
  'error.NOTE_MISSING':
    'Un accord partiel, un refus ou une annulation demande un motif : le client le lira. Saisissez-le, puis décidez.',
  'error.CREDIT_TOO_MUCH':
    'C’est plus que ce qui reste : {leftMinor:money}. Choisissez moins ; rien n’est comptabilisé.',
  'error.CREDIT_AMOUNT': 'Un avoir est d’au moins un centime. Saisissez le montant.',
  'error.LINE_UNKNOWN': 'Une des lignes n’est pas sur cette facture. Rouvrez la facture et choisissez.',
  'error.AMOUNT_DIFFERS':
    'La facture a changé : selon le centre, cela fait {amountMinor:money}. Rien n’est comptabilisé ; prévenez le client et saisissez de nouveau.',
  'error.BILL_CREDITED': 'Toute la facture est déjà créditée. Il ne reste rien à rendre.',
  'error.CREDIT_CURRENCY': 'Cette facture est en {currency}. Saisissez le montant dans cette monnaie.',
  'error.REASON_UNKNOWN': 'Ce motif n’est plus dans la liste. Choisissez-en un autre.',
  'error.ADJUSTMENT_EXISTS': 'Cet avoir est déjà enregistré. Regardez les avoirs du client.',
  'error.ADJUSTMENT_UNKNOWN': 'Le centre ne connaît pas cet avoir. Regardez la liste.',
  'error.ABOVE_AUTHORITY':
    'Cela dépasse votre autorité, dont il reste {leftMinor:money}. Laissez une personne habilitée le faire ; rien n’a été comptabilisé.',
  'error.NOT_GIVEN': 'Cet avoir n’a jamais été accordé : il n’y a rien à annuler. Regardez son état.',
  'error.REVERSED_ALREADY': 'Déjà annulé par {by}. Rien n’a été comptabilisé une seconde fois.',
  'error.CHARGE_BILLED': 'Ces frais figurent déjà sur une facture. Accordez un avoir sur leur ligne.',
  'error.GIVEN_BY_HIGHER':
    'Une personne ayant plus d’autorité l’a décidé. Laissez-lui l’annulation, ou à un superviseur.',
  'error.NOT_YOURS': 'Un collègue l’a demandé. Lui seul peut le retirer ; un superviseur peut le refuser.',
  'error.DELEGATION_DATES': 'Le dernier jour précède le premier, ou il est passé. Choisissez des jours à venir.',
  'error.DELEGATION_NOT_YOURS': 'C’est un autre qui a confié cette délégation. Lui ou un superviseur peut la retirer.',
  'error.EVIDENCE_TOO_MUCH':
    'Une réclamation contient au plus {most} pièces. Réunissez les autres en une seule, ou dans le texte.',
  'error.DELEGATION_UNKNOWN': 'Le centre ne connaît pas cette délégation. Regardez la liste.',
  'error.DISPUTE_EXISTS': 'Cette réclamation est déjà enregistrée. Ouvrez-la depuis le client.',
  'error.PAYMENT_UNKNOWN':
    'Le centre ne connaît aucune recharge de ce client pour ce paiement. Regardez les paiements.',
  'error.DISPUTE_UNKNOWN': 'Le centre ne connaît pas cette réclamation. Regardez celles du client.',
  'error.LINE_DISPUTED':
    'Une des lignes est déjà contestée : {reference}, saisie par {by}. Ajoutez-y ce que dit le client.',
  'error.LINE_DECIDED':
    'Une de ses lignes a été tranchée dans {reference}. On ne la conteste pas à nouveau ; un appel est possible jusqu’au {last:date}.',
  'error.APPEAL_BY_SELF': 'Vous avez pris la première décision. Un collègue tranche l’appel.',
  'error.FILING_TOO_LATE':
    'Cette facture pouvait être contestée jusqu’au {last:date}. Un geste commercial reste possible.',
  'error.APPEAL_UNKNOWN': 'Il n’y a pas de décision à contester sur cette facture. Contestez plutôt ses lignes.',
  'error.APPEAL_TOO_LATE': 'La décision pouvait être contestée jusqu’au {last:date}. Dites au client où s’adresser.',
  'error.APPEAL_TWICE': 'Cette décision a déjà été contestée. Dites au client où s’adresser.',
  'error.FILE_TOO_LARGE':
    'Un fichier peut avoir {limit} Mo. Choisissez-en un plus petit, ou n’en photographiez qu’une partie.',
  'error.FILE_TYPE':
    'Seuls les fichiers PDF, PNG et JPEG peuvent être gardés. Choisissez un autre fichier, ou enregistrez-le d’abord en PDF.',
  'error.FILE_DAMAGED': 'Le fichier est endommagé ou incomplet. Demandez-le à nouveau et choisissez-le encore.',
  'error.FILE_GONE': 'Le fichier {name} n’est plus sur ce poste. Choisissez-le à nouveau.',
  'error.FILES_TOO_MANY':
    'Une contestation prend {most} fichiers au plus. Retirez-en ; d’autres peuvent être ajoutés ensuite.',
  'error.FILE_ELSEWHERE':
    'Le fichier est dans le système central, qui ne répond pas. Réessayez quand le poste est en ligne.',
}
