import type { Sentences } from '../sentences.ts'
import type { overrideText as english } from '../en/override.ts'

/** Sentences of a credit override, in French. */
export const overrideText: Sentences<typeof english> = {
  'credit.reason.OVERRIDDEN': 'Un superviseur en a décidé autrement',
  'override.title': 'Une autre décision',
  'override.reason': 'Pourquoi en décider autrement',
  'override.reason.help': 'Un superviseur le lit et cela reste enregistré',
  'override.reasonOff': 'Dites pourquoi',
  'override.ask': 'Demander à un superviseur',
  'override.decide': 'Déroger à la décision',
  'override.decideHelp': 'Votre rôle le permet ; qui a décidé et pourquoi reste enregistré',
  'override.asked': 'Demandé à {at:time}. Un superviseur décide sous À traiter ; le panier reste tel quel.',
  'override.asked.say': 'J’ai demandé à un collègue qui peut en décider. Cela prend quelques minutes.',
  'override.refused': 'Un superviseur n’a pas approuvé la dérogation. La classe et ses limites demeurent.',
  'override.given': 'Décidé autrement par {name} : {reason}',
  'override.limit': 'Une limite de cette classe est atteinte. Un superviseur peut l’élargir, avec un motif.',
  'needs.title.OVERRIDE_NEEDS_SUPERVISOR': 'Dérogation',
  'needs.sentence.OVERRIDE_NEEDS_SUPERVISOR':
    '{by} demande à {at:time} une autre décision de crédit pour {name}. Rien n’a encore changé.',
  'needs.override': 'Demander une dérogation',
  'needs.override.follows1': 'L’étape Solvabilité s’ouvre ; dites-y pourquoi.',
  'needs.override.follows2': 'Une fois accordée, rouvrez l’étape et renvoyez la commande.',
  'error.OVERRIDE_NEEDS_SUPERVISOR':
    'Une dérogation est demandée ; un superviseur décide sous À traiter. D’ici là, la classe et ses limites demeurent.',
  'error.OVERRIDE_NOT_NEEDED':
    'Ni la classe ni une limite ne s’y oppose : il n’y a rien à quoi déroger. Poursuivez la vente.',
  'error.OVERRIDE_ASKED': 'Une dérogation est déjà demandée ; attendez le superviseur qui en décide.',
  'command.credit.overrideDecision': 'Dérogation de crédit',
}
