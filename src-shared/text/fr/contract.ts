import type { Sentences } from '../sentences.ts'
import type { contractText as english } from '../en/contract.ts'

/** Sentences on paper: contract, summary, conditions. What stands in [brackets] is printed bold, in French. */
export const contractText: Sentences<typeof english> = {
  'paper.title': 'Contrat {reference}',
  'paper.page': '{reference}, page {page} sur {pages}',
  'paper.summary': 'Résumé de votre contrat',
  'paper.plan': 'Forfait',
  'paper.plan.value': '{plan}',
  'paper.plan.with': '{plan} avec {addOns}',
  'paper.number': 'Numéro de téléphone',
  'paper.sim': 'SIM',
  'paper.sim.card': 'Carte',
  'paper.sim.eSim': 'eSIM',
  'paper.monthly': 'Par mois',
  'paper.monthly.value': '[{amountMinor:money}], taxes comprises',
  'paper.dueNow': 'À payer maintenant',
  'paper.dueNow.none': 'Rien',
  'paper.dueNow.value': '[{amountMinor:money}]',
  'paper.dueNow.deposit': '[{amountMinor:money}], dont dépôt de garantie {depositMinor:money}',
  'paper.firstBill': 'Première facture',
  'paper.firstBill.value': '[{amountMinor:money}] le {on:date}',
  'paper.firstBill.part': '[{amountMinor:money}] le {on:date}, {days} jours sur {ofDays}',
  'paper.firstBill.none': 'Aucune, cette ligne est prépayée',
  'paper.commitment': 'Engagement',
  'paper.commitment.value': {
    one: '{months} mois, jusqu’au {until:date} ; total [{totalMinor:money}]',
    other: '{months} mois, jusqu’au {until:date} ; total [{totalMinor:money}]',
  },
  'paper.commitment.none': 'Aucun, vous pouvez partir à tout moment',
  'paper.notice': 'Préavis',
  'paper.notice.value': 'Un mois, par écrit ou en boutique',
  'paper.notice.prePaid': 'Aucun',
  'paper.leaving': 'En cas de départ anticipé',
  'paper.leaving.quarter': 'Un quart des mensualités restantes',
  'paper.leaving.percent': '{percent} % des mensualités restantes',
  'paper.leaving.none': 'Rien',
  'paper.sums': 'Montants en {currency}, taxes comprises, selon la liste de prix {priceList}.',
  'paper.conditional': 'Sous réserve de confirmation.',
  'paper.conditional.text':
    'Tout n’a pas pu être confirmé sur-le-champ. Nous confirmons le numéro, la SIM et la solvabilité au plus tard le {at:day} à {at:time}. Si nous ne le pouvons pas, ce contrat prend fin sans frais et chaque paiement est rendu.',
  'paper.placeAndDay': '{place}, le {on:date}',
  'paper.agent': '{agent}, pour {operator}',
  'paper.signatureOf': 'Signature : {name}',
  'paper.conditions': 'Conditions',
  'paper.condition.1': 'Ce que vous achetez',
  'paper.condition.1.text':
    '{operator} fournit le service nommé dans le résumé à partir du jour où la ligne est active. Le résumé fait partie de ce contrat ; s’il diffère de ces conditions, le résumé prévaut.',
  'paper.condition.2': 'Prix et factures',
  'paper.condition.2.text':
    'Les prix du résumé valent pendant tout l’engagement. Un mois partiel est compté en jours sur les jours de la période entière. Chaque facture indique sa date de paiement, au moins 14 jours après son envoi.',
  'paper.condition.3': 'Dépôt de garantie',
  'paper.condition.3.text':
    'Un dépôt de garantie reste à vous. Il est rendu avec la facture finale, ou plus tôt si votre classe de crédit n’en demande plus. Il ne règle aucune facture avant cela.',
  'paper.condition.4': 'Votre numéro',
  'paper.condition.4.text':
    'Le numéro reste le vôtre tant que dure le contrat, et vous pouvez l’emporter chez un autre opérateur. S’il ne peut pas vous être attribué, un autre est convenu avec vous par un avenant signé ; le prix ne change pas.',
  'paper.condition.5': 'Retard de paiement',
  'paper.condition.5.text':
    'Avant toute limitation d’un service, vous recevez un rappel et un avis, chacun avec sa date. Ce que vous contestez à temps n’est pas recouvré avant la décision. Les appels d’urgence fonctionnent toujours.',
  'paper.condition.6': 'Fin du contrat',
  'paper.condition.6.text':
    'Vous pouvez résilier le contrat avec le préavis nommé dans le résumé, par écrit ou en boutique. Pendant un engagement, la somme indiquée sous « En cas de départ anticipé » est due. Rien d’autre n’est facturé pour le départ.',
  'paper.condition.7': 'Modifications',
  'paper.condition.7.text':
    'Toute modification de prix ou de service à votre désavantage vous est annoncée un mois avant, et vous pouvez partir sans frais jusque-là. Rien ne change dans ce contrat sans un écrit que vous acceptez.',
  'paper.condition.8': 'Vos données',
  'paper.condition.8.text':
    'Nous gardons ce que demandent le contrat, la loi et vos consentements. De votre document, nous gardons ce qui prouve qui vous êtes, jamais son image. Chaque consentement peut être retiré à tout moment, aussi simplement qu’il a été donné.',
  'paper.seal': 'Ce document est scellé par son SHA-256 à la signature. Toute modification peut être vue.',
  'paper.number.later': 'Attribué avec la commande',
  'paper.number.none': 'Aucun',
  'paper.installation': 'Ligne à',
  'paper.device': 'Appareil',
  'paper.device.once': '{device}, payé en une fois',
  'paper.device.instalments': '{device}, par mensualités dans la somme mensuelle',
  'paper.monthly.net': '[{amountMinor:money}], hors TVA',
  'paper.monthly.first': '[{amountMinor:money}], les {months} premiers mois {firstMinor:money} ; TVA comprise',
  'paper.monthly.firstNet': '[{amountMinor:money}], les {months} premiers mois {firstMinor:money} ; hors TVA',
}
