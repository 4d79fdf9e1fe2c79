import type { Sentences } from '../sentences.ts'
import type { guideText as english } from '../en/guide.ts'

/** Sentences of the demonstration's guide: its stories, their steps, and beginning anew, in French. */
export const guideText: Sentences<typeof english> = {
  'guide.title': 'Guide',
  'guide.done': '{done} histoires sur {of}',
  'guide.close': 'Fermer le guide',
  'guide.closeForGood': 'Ne plus l’ouvrir seul',
  'guide.isDone': 'Fait',
  'guide.as': 'Cette histoire se joue avec {name} : Ctrl L, puis {name}.',
  'guide.show': 'Montrer',
  'guide.reset': 'Recommencer la démonstration',
  'guide.resetAsk':
    'Tous les dossiers, contrats et notes de cette démonstration sont jetés et un nouveau marché est créé. La langue et le thème restent. Cela prend quelques secondes et ne peut pas être annulé.',
  'guide.resetYes': 'Tout jeter et recommencer',
  'guide.resetNo': 'Laisser tel quel',
  'guide.resetBusy': 'Nouveau départ',
  'guide.story.specimen': 'Un passeport au comptoir',
  'guide.step.specimen.begin':
    'Ouvrez un dossier avec Alt N : Anna Maria Eriksson, numéro 06 39 98 66 10. Cochez « Organisme de crédit », puis Ctrl Entrée.',
  'guide.step.specimen.plan': 'Choisissez un forfait et un numéro, puis Ctrl Entrée.',
  'guide.step.specimen.passport':
    'À l’étape Identité, cliquez sur Lecteur en bas : il lit son passeport. Justificatif de domicile : moins de 90 jours.',
  'guide.step.specimen.sign': 'Demandez sa classe, signez à la souris, Ctrl Entrée.',
  'guide.step.specimen.works': 'Encaissez en espèces, envoyez la commande, et voyez la ligne s’activer.',
  'guide.story.cable': 'Une vente, câble débranché',
  'guide.step.cable.pull': 'Débranchez le câble, tout en bas de la fenêtre.',
  'guide.step.cable.plan':
    'Ouvrez un dossier pour Rosa Delmas, numéro 06 39 98 66 12, cochez « Organisme de crédit » et terminez Offre : c’est Enregistré ici.',
  'guide.step.cable.sign':
    'Cliquez sur Lecteur : il lit son passeport. Prenez la classe provisoire et signez : le contrat est gardé ici.',
  'guide.step.cable.plug': 'Regardez À envoyer, rebranchez le câble, et voyez tout confirmé.',
  'guide.story.conflict': 'Un numéro, deux clients',
  'guide.step.conflict.hold': 'Dans À traiter, ouvrez le numéro attribué à quelqu’un d’autre et réservez-en un autre.',
  'guide.step.conflict.agree': 'Camille est d’accord : prenez le numéro réservé.',
  'guide.step.conflict.confirmed': 'Voyez sa commande confirmée avec son nouveau numéro.',
  'guide.story.portIn': 'Un numéro que l’ancien opérateur retient',
  'guide.step.portIn.look': 'Ouvrez le dossier d’Adaeze à Activation et lisez-lui le motif de l’ancien opérateur.',
  'guide.step.portIn.again': 'Redemandez à l’ancien opérateur, pour un autre jour.',
  'guide.step.portIn.scheduled': 'Attendez quelques secondes : le jour est convenu.',
  'guide.story.company': 'Une boulangerie et ses succursales',
  'guide.step.company.branch': 'Trouvez Boulangerie Martin, ouvrez une succursale et commencez un dossier.',
  'guide.step.company.plan': 'Choisissez un forfait et un numéro : prix hors taxe, signataire déjà connu.',
  'guide.step.company.sign':
    'À Solvabilité, cochez « Organisme de crédit » et demandez la classe. À Signature, envoyez le résumé, choisissez Lecture et tapez un numéro d’enregistrement quelconque.',
  'guide.step.company.order': 'À Paiement, choisissez Prochaine facture et envoyez la commande.',
  'guide.story.yesterday': 'Commencé hier par une collègue',
  'guide.step.yesterday.look': 'Ctrl K, puis tapez Perrin : le dossier d’hier de Mathilde est là.',
  'guide.step.yesterday.takeOver': 'Reprenez le dossier : toute la saisie d’Irina y est.',
  'guide.step.yesterday.offer': 'Elle prend 40 Go : terminez Offre.',
  'palette.knowledge': 'Connaissances',
  'knowledge.close': 'Fermer',
  'knowledge.at': 'À côté de l’étape {step}',
}
