import type { Sentences } from '../sentences.ts'
import type { callerText as english } from '../en/caller.ts'

/** Sentences of who is calling, in French. */
export const callerText: Sentences<typeof english> = {
  'caller.verified': 'Vérifié, niveau {level}',
  'caller.notVerified': 'Non vérifié',
  'caller.lockedBadge': 'Bloqué',
  'caller.verify': 'Vérifier qui appelle',
  'caller.title': 'Qui appelle',
  'caller.close': 'Fermer',
  'caller.wanted': 'Niveau nécessaire',
  'caller.level.1': '1 : lire',
  'caller.level.2': '2 : modifier, argent',
  'caller.level.3': '3 : SIM, départ, titulaire',
  'caller.needs': {
    one: 'Le niveau {level} demande {count} bonne réponse ; déjà données : {has}.',
    other: 'Le niveau {level} demande {count} bonnes réponses ; déjà données : {has}.',
  },
  'caller.reached': 'Le niveau {level} est atteint, pour ce contact.',
  'caller.waitsForCore': 'Le système central confirme le niveau {level} dans un instant.',
  'caller.byDocument': 'Une pièce a été montrée aujourd’hui dans ce dossier : tous les niveaux sont atteints.',
  'caller.prospect': 'Pas encore client : rien n’est enregistré qu’il faudrait cacher à quelqu’un.',
  'caller.noContact': 'Un niveau vaut pour un contact. Prenez l’appel ou ouvrez un dossier, puis vérifiez.',
  'caller.question.birthDate': 'Date de naissance',
  'caller.question.document': 'Pièce, 4 derniers caractères',
  'caller.question.address': 'Code postal et numéro de rue',
  'caller.question.lastPayment': 'Montant du dernier paiement',
  'caller.question.securityWord': 'Mot convenu',
  'caller.say.birthDate': 'Quand êtes-vous né ?',
  'caller.say.document': 'Quels sont les quatre derniers caractères de votre pièce ?',
  'caller.say.address': 'Quel est votre code postal, et le numéro de votre maison ?',
  'caller.say.lastPayment': 'Combien nous avez-vous payé la dernière fois ?',
  'caller.say.securityWord': 'Quel mot avons-nous convenu ?',
  'caller.match': 'Concorde',
  'caller.noMatch': 'Ne concorde pas',
  'caller.check': 'Vérifier',
  'caller.checkOf': 'Vérifier : {question}',
  'caller.failures': 'Réponses fausses : {count} sur {of}, comptées sur tous les postes.',
  'caller.tooFew': 'Trop peu est enregistré pour demander le niveau {level}. Une pièce montrée en boutique suffit.',
  'caller.locked':
    'Trop de réponses fausses sur tous les postes : plus de questions avant {until:time}. Un superviseur peut débloquer, avec un motif.',
  'caller.lockedSay':
    'Je ne peux pas vérifier maintenant que c’est bien vous. Venez en boutique avec votre pièce, ou rappelez dans une demi-heure.',
  'caller.unlockReason': 'Pourquoi c’est débloqué',
  'caller.unlockReasonOff': 'Dites pourquoi c’est débloqué',
  'caller.unlock': 'Débloquer',
  'caller.unlocked': 'Débloqué par {name} : {reason}',
  'caller.offline3':
    'Le niveau 3 demande le système central, qui est hors d’atteinte. Les niveaux 1 et 2 s’en passent.',
  'caller.offline3Say': 'Je peux le faire dès que notre liaison est rétablie. Je vous rappelle alors.',
  'caller.word': 'Convenir d’un mot',
  'caller.wordHelp': 'Le client le choisit ; il est conservé de façon illisible.',
  'caller.wordSave': 'Enregistrer le mot',
  'caller.wordSaved': 'Le mot est enregistré sur ce poste.',
  'caller.hidden': 'Visible une fois l’appelant vérifié',
  'contact.needsLevel': 'Pour changer cela, l’appelant doit être vérifié au niveau {level}.',
  'caller.asked.giveCredit': 'L’argent n’est rendu qu’à un appelant vérifié au niveau {level}.',
  'caller.asked.fileDispute': 'Une réclamation n’est prise que d’un appelant vérifié au niveau {level}.',
  'caller.inHand':
    'Au comptoir, la pièce en main suffit : comparez le visage, puis saisissez ses 4 derniers caractères.',
  'error.CALLER_NOT_VERIFIED':
    'L’appelant n’était pas vérifié pour cela et rien n’a changé. Vérifiez-le, puis recommencez.',
  'error.CALLER_LOCKED':
    'Trop de réponses fausses sur tous les postes : cette réponse n’a pas été jugée. Attendez la fin du blocage ou demandez à un superviseur de débloquer.',
  'error.NOTHING_TO_COMPARE': 'Rien n’est enregistré à quoi comparer cette réponse. Posez une autre question.',
  'error.ANSWER_UNREADABLE':
    'Cela ne se lit pas comme une réponse à la question. Elle n’a pas été comptée ; tapez-la de nouveau.',
  'error.LEVEL_NEEDS_CORE':
    'Le niveau 3 demande le système central, qui est hors d’atteinte. Faites-le quand la liaison est rétablie et prévoyez un rappel.',
  'error.NO_CONTACT':
    'Un niveau vaut pour un contact, et il n’y en a pas. Prenez l’appel ou ouvrez un dossier, puis vérifiez.',
  'error.CALLER_NOT_LOCKED': 'Cet appelant n’est plus bloqué ; il n’y a rien à débloquer. Continuez les questions.',
  'command.verification.recordAnswer': 'Réponse d’un appelant',
  'command.verification.unlockCaller': 'Appelant débloqué',
  'command.verification.setSecurityWord': 'Mot convenu',
}
