/** Letters about disputes and credits: what is granted, what is left, why, and where to turn next. */
export const letterTexts = {
  'letter.subject.dispute': 'votre réclamation {reference}',
  'letter.subject.credit': 'un avoir sur votre facture {number}',
  'letter.subject.charge': 'des frais sur votre prochaine facture',
  'letter.subject.reversed': 'un avoir que nous annulons',
  'letter.subject.chargeOff': 'des frais que nous annulons',
  'letter.filed':
    'Nous avons bien reçu votre réclamation {reference} sur la facture {number}. Elle porte sur {claimedMinor:money} {currency}.',
  'letter.held': 'Jusqu’à la décision, vous n’avez pas à payer {heldMinor:money} {currency} de cette facture.',
  'letter.stillDue': '{dueMinor:money} {currency} ne sont pas contestés et restent à payer le {due:date}.',
  'letter.answer': 'Vous aurez notre réponse le {answerBy:date} au plus tard.',
  'letter.granted':
    'Nous avons examiné votre réclamation {reference} sur la facture {number} et nous l’acceptons : {grantedMinor:money} {currency}.',
  'letter.inPart':
    'Nous avons examiné votre réclamation {reference} sur la facture {number} et nous l’acceptons en partie : {grantedMinor:money} {currency} sur {claimedMinor:money} {currency}.',
  'letter.rejected':
    'Nous avons examiné votre réclamation {reference} sur la facture {number}. Les {claimedMinor:money} {currency} ont été facturés à juste titre et nous ne pouvons pas l’accepter.',
  'letter.rest': 'Il reste {restMinor:money} {currency} à payer, la nouvelle échéance est le {due:date}.',
  'letter.nextBill':
    'Vous en aviez déjà payé {creditMinor:money} {currency} : votre prochaine facture sera réduite d’autant.',
  'letter.reason': 'Motif : {note}',
  'letter.appeal':
    'Si vous n’êtes pas d’accord, vous pouvez faire appel jusqu’au {appealUntil:date}. Vous pouvez aussi vous adresser à l’instance suivante : {turnTo}.',
  'letter.turnTo': 'Si vous n’êtes pas d’accord, vous pouvez vous adresser à l’instance suivante : {turnTo}.',
  'letter.credit': 'Nous vous accordons un avoir de {amountMinor:money} {currency} sur la facture {number}.',
  'letter.noCredit': 'Nous avons examiné l’avoir évoqué pour la facture {number}. Nous ne pouvons pas l’accorder.',
  'letter.reversed':
    'Nous annulons l’avoir de {amountMinor:money} {currency} sur la facture {number}. Ce montant figurera sur votre prochaine facture.',
  'letter.chargeOff':
    'Nous annulons les frais de {amountMinor:money} {currency}. Ils ne figureront pas sur votre prochaine facture.',
  'letter.charge': 'Votre prochaine facture comprendra des frais de {amountMinor:money} {currency} : {what}.',
  'letter.disagree': 'Si vous n’êtes pas d’accord, vous pourrez contester cette ligne dès réception de la facture.',
  'letter.filedTopUp':
    'Nous avons bien reçu votre réclamation {reference} sur une recharge. Elle porte sur {claimedMinor:money} {currency}.',
  'letter.grantedTopUp':
    'Nous avons examiné votre réclamation {reference} sur une recharge et nous l’acceptons : {grantedMinor:money} {currency}.',
  'letter.inPartTopUp':
    'Nous avons examiné votre réclamation {reference} sur une recharge et nous l’acceptons en partie : {grantedMinor:money} {currency} sur {claimedMinor:money} {currency}.',
  'letter.rejectedTopUp':
    'Nous avons examiné votre réclamation {reference} sur une recharge. Elle a été enregistrée à juste titre et nous ne pouvons pas accorder {claimedMinor:money} {currency}.',
  'letter.toTheGood': 'Cette somme est portée au crédit de votre compte.',
  'message.template.disputeFiled': 'Réclamation reçue',
  'message.template.disputeDecided': 'Réclamation tranchée',
  'message.template.creditDecided': 'Avoir ou frais',
} as const
