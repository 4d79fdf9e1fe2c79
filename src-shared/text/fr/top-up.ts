import type { Sentences } from '../sentences.ts'
import type { topUpText as english } from '../en/top-up.ts'

/** Disputed top-ups, in French. */
export const topUpText: Sentences<typeof english> = {
  'dispute.title.topUp': 'Réclamation, recharge du {at:day}',
  'dispute.topUp': 'Recharge',
  'dispute.topUp.open': 'Voir la réclamation',
  'dispute.topUp.cash': 'En espèces',
  'dispute.topUp.terminal': 'Par carte, {reference}',
  'dispute.topUp.line': 'Recharge du {at:day}, {at:time}',
  'dispute.topUp.amount': 'Contesté sur la recharge',
  'dispute.topUp.tooLate':
    'Cette recharge pouvait être contestée jusqu’au {last:date}. Dites au client à qui s’adresser ensuite.',
  'dispute.topUp.notReady': 'Saisissez un montant qui reste sur la recharge.',
  'dispute.topUp.tell.open':
    'Vous avez une réponse d’ici au {on:date}. Si c’est bien le cas, {amountMinor:money} sont portés au crédit de votre compte.',
  'dispute.topUp.tell.part':
    'Nous créditons {amountMinor:money} sur {claimedMinor:money}. Vous pouvez former un recours ou saisir {name:name}.',
  'dispute.topUp.tell.rejected':
    'Nous ne créditons rien : la recharge a été enregistrée à juste titre. Vous pouvez former un recours ou saisir {name:name}.',
  'dispute.topUp.tell.withdrawn':
    'La réclamation est close, comme vous le souhaitez. La recharge reste telle qu’elle est enregistrée.',
  'decision.because.topUp': 'Le paiement n’est pas sur ce poste. Réessayez en ligne.',
  'decision.topUp': 'La recharge',
  'decision.topUp.card': 'Par carte',
  'decision.topUp.by': '{way}, avec {name}',
  'decision.topUp.like.reference': '{way}, même référence',
  'decision.topUp.like.sum': '{way}, même montant',
  'decision.topUp.col.reference': 'Référence',
  'decision.topUp.col.paid': 'Payé',
  'decision.topUp.col.topUp': 'Recharge',
  'decision.topUp.after': 'Après {amountMinor:money} de crédit',
  'decision.topUp.row.credit': 'Crédit',
  'decision.topUp.row.left': 'Recharge',
  'decision.topUp.leftOf': '{leftMinor:money} sur {topUpMinor:money} non rendus',
  'decision.topUp.toTheGood': '{amountMinor:money} en avoir',
  'decision.why.topUp.reference':
    'La référence {reference} a été enregistrée une seconde fois, le {at:day} à {at:time}.',
  'decision.why.topUp.sum':
    '{amountMinor:money} ont été enregistrés une seconde fois en moins de dix minutes, le {at:day} à {at:time}.',
  'decision.why.topUp.gone': 'Tout a déjà été rendu.',
  'decision.why.topUp.settled': 'Elle a été enregistrée deux fois, et celle du {at:day}, {at:time} a déjà été rendue.',
  'decision.why.topUp.notArrived': 'Elle a été enregistrée une fois. Il manque le crédit de la ligne ce jour-là.',
  'decision.why.topUp.bookedTwice':
    'Rien n’est enregistré sous la même référence, ni le même montant en dix minutes. Il manque un relevé avec les deux.',
  'decision.why.topUp.otherSum':
    'Elle a été enregistrée une fois. Il manque un reçu ou un relevé avec l’autre montant.',
  'decision.why.topUp.other': 'Elle a été enregistrée une fois, et rien sur ce poste ne dit le contraire.',
  'decision.why.topUp.shown': 'Ce que le client montre est à droite, à examiner.',
}
