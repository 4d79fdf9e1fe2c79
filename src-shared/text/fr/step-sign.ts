import type { Sentences } from '../sentences.ts'
import type { signStepText as english } from '../en/step-sign.ts'

/** Sentences of the step Sign: the pad, what is confirmed, the slip, in French. */
export const signStepText: Sentences<typeof english> = {
  'sign.title': 'Signature',
  'sign.language': 'Langue du contrat',
  'sign.paper': 'Première page du contrat',
  'sign.reference': 'C-{reference}, page 1 sur 2',
  'sign.byUs': '{name}, pour {operator}',
  'sign.signature': 'Signature',
  'sign.pad': 'Tablette de signature',
  'sign.here': 'Signez ici avec le stylet',
  'sign.hereMouse': 'Signez ici avec la souris, bouton enfoncé',
  'sign.mouse': 'Signer avec la souris',
  'sign.clear': 'Effacer',
  'sign.signedAt': 'Signé à {at:time}',
  'sign.signed': 'Signé',
  'sign.tooMuch': 'C’est plus d’encre que n’en a une signature. Effacez et signez à nouveau.',
  'sign.proof': 'Ce qui est confirmé',
  'sign.proof.offer': 'Prix et offre',
  'sign.proof.identity': 'Identité',
  'sign.proof.credit': 'Solvabilité, classe {class}',
  'sign.proof.credit.none': 'Solvabilité',
  'sign.proof.notNeeded': 'inutile, prépayé',
  'sign.proof.provisional': 'provisoire',
  'sign.proof.number': 'Numéro',
  'sign.proof.heldUntil': 'réservé jusqu’à {at:time}',
  'sign.missing': {
    one: 'Il manque {count} chose avant de pouvoir signer',
    other: 'Il manque {count} choses avant de pouvoir signer',
  },
  'sign.slip': 'Reçu pour le client',
  'sign.slip.heading': 'SOUS RÉSERVE DE CONFIRMATION',
  'sign.slip.due': 'À payer maintenant {amountMinor:money}',
  'sign.slip.dueDeposit': 'À payer maintenant {amountMinor:money}, dont dépôt {depositMinor:money}',
  'sign.slip.call': 'Nous appelons le {number:phone} pour confirmer',
  'sign.slip.case': 'Dossier {reference}  {name}, {place}',
  'sign.conditional':
    'Notre boutique est sans liaison. Nous confirmons le numéro, la SIM et la solvabilité d’ici le prochain jour ouvré. Si nous ne le pouvons pas, ce contrat prend fin sans frais et chaque paiement est rendu.',
  'sign.conditional.online':
    'Tout n’est pas encore confirmé. Nous confirmons le numéro, la SIM et la solvabilité d’ici le prochain jour ouvré. Si nous ne le pouvons pas, ce contrat prend fin sans frais et chaque paiement est rendu.',
  'sign.notSealed': 'Signé, pas scellé. Le sceau est son SHA-256 ; ensuite plus rien ne change.',
  'sign.done': 'Signé le {at:day}, {at:time}, et scellé. La signature est dans le contrat scellé.',
  'sign.save': 'Enregistrer le contrat (PDF)',
  'sign.saved': 'Enregistré sous {name}',
  'sign.hash': 'SHA-256 {hash}',
}
