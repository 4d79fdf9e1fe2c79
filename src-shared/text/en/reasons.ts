/** Sentences behind codes that the core writes into rows: why a task is late or stuck, what a contact was about. */
export const reasonText = {
  'cause.PLATFORM_SILENT': 'The platform has not answered yet.',
  'cause.PROFILE_REFUSED': 'The data platform refused the profile of this line.',
  'contact.billQuestion': 'Asked about a bill',
  'contact.coverage': 'Asked about coverage',
  'contact.planChange': 'Asked about another plan',
  'contact.payment': 'Asked about a payment',
  'contact.fault': 'Reported a fault',
  'contact.addressChange': 'Gave a new address',
} as const
