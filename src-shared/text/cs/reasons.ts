import type { Sentences } from '../sentences.ts'
import type { reasonText as english } from '../en/reasons.ts'

/** Sentences behind codes that the core writes into rows: why a task is late or stuck, what a contact was about, in Czech. */
export const reasonText: Sentences<typeof english> = {
  'cause.PLATFORM_SILENT': 'Platforma zatím neodpověděla.',
  'cause.PROFILE_REFUSED': 'Datová platforma odmítla profil této linky.',
  'contact.billQuestion': 'Dotaz na vyúčtování',
  'contact.coverage': 'Dotaz na pokrytí',
  'contact.planChange': 'Dotaz na jiný tarif',
  'contact.payment': 'Dotaz na platbu',
  'contact.fault': 'Nahlášená porucha',
  'contact.addressChange': 'Nová adresa',
}
