import type { Sentences } from '../sentences.ts'
import type { trailText as english } from '../en/trail.ts'

/** The trail of a case, in French. */
export const trailText: Sentences<typeof english> = {
  'trail.title': 'Historique de ce dossier',
  'trail.close': 'Fermer',
  'trail.asking': 'Le système central est interrogé.',
  'trail.whole': 'Tout y est, tel que le système central l’a consigné.',
  'trail.more':
    'Le système central est injoignable. Voici ce que ce poste sait ; le système central peut en avoir davantage.',
  'trail.here': 'Enregistré sur ce poste',
  'trail.other': '{name} : {what}',
  'trail.asked': '{name} a demandé à un superviseur : {what}',
  'trail.refused': 'Saisi par {name} et refusé par le système central : {what}',
  'trail.interaction.openCase': '{name} a ouvert le dossier',
  'trail.interaction.saveCaseStep': '{name} a terminé l’étape {what}',
  'trail.interaction.saveCaseStep.parked': '{name} a laissé l’étape {what} pour plus tard',
  'trail.interaction.closeCase': '{name} a clos le dossier',
  'trail.interaction.closeCase.abandon': '{name} a abandonné le dossier',
  'trail.interaction.takeOverCase': '{name} a repris le dossier',
  'trail.interaction.handOverCase': '{name} a transmis le dossier à {to}',
  'trail.interaction.approveHeld': '{name} a approuvé : {what}',
  'trail.interaction.rejectHeld': '{name} n’a pas approuvé : {what}',
  'trail.customer.createProspect': '{name} a créé le client',
  'trail.identity.recordEvidence': '{name} a enregistré la pièce d’identité',
  'trail.credit.requestDecision': '{name} a demandé la classe de crédit',
  'trail.credit.overrideDecision': '{name} a dérogé à la classe de crédit',
  'trail.number.reserveNumber': '{name} a réservé le numéro',
  'trail.contract.signContract': '{name} a fait signer le contrat',
  'trail.payment.recordPayment': '{name} a encaissé le paiement',
  'trail.order.submitOrder': '{name} a envoyé la commande',
  'trail.order.withdrawOrder': '{name} a retiré la commande',
  'trail.number.revealPuk': '{name} a demandé le PUK',
  'trail.number.pukShown': 'Le PUK a été montré à {name}',
  'trail.message.sendMessage': '{name} a envoyé un message au client',
  'trail.dispute.fileDispute': '{name} a déposé la contestation',
  'trail.dispute.decideDispute': '{name} a tranché la contestation',
}
