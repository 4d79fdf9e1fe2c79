import type { Sentences } from '../sentences.ts'
import type { reasonText as english } from '../en/reasons.ts'

/** Sentences behind codes that the core writes into rows: why a task is late or stuck, what a contact was about, in French. */
export const reasonText: Sentences<typeof english> = {
  'cause.PLATFORM_SILENT': 'La plateforme n’a pas encore répondu.',
  'cause.PROFILE_REFUSED': 'La plateforme de données a refusé le profil de cette ligne.',
  'contact.billQuestion': 'Question sur une facture',
  'contact.coverage': 'Question sur la couverture',
  'contact.planChange': 'Question sur un autre forfait',
  'contact.payment': 'Question sur un paiement',
  'contact.fault': 'Panne signalée',
  'contact.addressChange': 'Nouvelle adresse donnée',
}
