import type { Sentences } from '../sentences.ts'
import type { portInText as english } from '../en/port-in.ts'

/** Sentences of a number brought from another operator, in French. */
export const portInText: Sentences<typeof english> = {
  'portIn.bring': 'Apporter un numéro d’un autre opérateur',
  'portIn.number': 'Numéro à apporter',
  'portIn.donor': 'Son opérateur',
  'portIn.code': 'Compte ou code là-bas',
  'portIn.on': 'Jour',
  'portIn.window': 'Moment du jour',
  'portIn.window.morning': 'matin',
  'portIn.window.afternoon': 'après-midi',
  'portIn.window.evening': 'soir',
  'portIn.temporary': 'D’ici là, la ligne a le numéro ci-dessus.',
  'portIn.title': 'Numéro d’un autre opérateur',
  'portIn.state.requested': '{number:phone} : {donor} a été interrogé, la réponse viendra plus tard.',
  'portIn.state.refusedByDonor': 'Bloqué : {donor} refuse de céder le {number:phone}.',
  'portIn.state.scheduled': 'Le {number:phone} arrive le {on:date} ; d’ici là, la ligne a le {temporary:phone}.',
  'portIn.state.cutOver': 'Le {number:phone} est le numéro de la ligne.',
  'portIn.state.withdrawn': 'Retiré : la ligne garde le {temporary:phone}.',
  'portIn.refusal.DUES_UNPAID':
    'Des factures restent impayées chez l’autre opérateur. Le client les règle là-bas, puis redemandez.',
  'portIn.refusal.MINIMUM_STAY':
    'Le client n’y est pas depuis la durée minimale. Choisissez un jour plus tard et redemandez.',
  'portIn.refusal.OWNERSHIP_CHANGE':
    'La ligne y change de titulaire. Redemandez quand le nouveau titulaire y est enregistré.',
  'portIn.refusal.CONTRACT_OBLIGATION':
    'Un contrat y lie encore le client. Il y met fin ou paie la sortie anticipée, puis redemandez.',
  'portIn.refusal.COURT_ORDER':
    'Un tribunal a bloqué ce numéro : il ne peut être apporté. La ligne garde le numéro qu’elle a.',
  'portIn.refusal.CODE_WRONG': 'Le compte ou le code ne convient pas. Redemandez-le au client, puis relancez.',
  'portIn.askAgain': 'Redemander',
  'wrong.PORT_DAY_WRONG': 'Un jour à partir d’aujourd’hui, dans les 90 jours. Choisissez-en un autre.',
  'wrong.PORT_NUMBER_OURS': 'Ce numéro est déjà chez nous. Choisissez-le comme numéro ou voyez qui l’a.',
  'error.PORT_IN_EXISTS': 'Ce numéro est déjà en route. Regardez où il en est avant de redemander.',
  'error.PORT_NUMBER_OURS': 'Ce numéro est déjà chez nous ; rien n’a été demandé. Choisissez-en un autre.',
  'error.PORT_DAY_WRONG':
    'Le donneur accepte un jour à partir d’aujourd’hui, dans les 90 jours. Choisissez-en un autre et renvoyez.',
  'error.PRODUCT_UNKNOWN': 'La ligne de ce numéro n’est pas enregistrée. Commandez d’abord la ligne.',
  'error.PORT_IN_UNKNOWN': 'Ce poste ne connaît pas cette demande. Rouvrez le dossier.',
  'error.PORT_NOT_REFUSED': 'Le donneur n’a pas refusé ; rien à redemander. Attendez sa réponse.',
  'error.PORT_IN_OVER': 'Le numéro a déjà basculé ou la demande a été retirée. Voyez la ligne.',
  'command.number.requestPortIn': 'Numéro demandé au donneur',
  'command.number.askDonorAgain': 'Donneur interrogé à nouveau',
  'command.number.withdrawPortIn': 'Portabilité retirée',
}
