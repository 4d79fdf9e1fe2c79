import { knownPeople } from '#core/seed/known-people.ts'

/** Documents that people show at the counter; made by the same writer as the seed's. */
export const documents = {
  eriksson: knownPeople.eriksson.lines,
  erikssonAsPrinted: knownPeople.erikssonAsPrinted.lines,
  classA: knownPeople.classA.lines,
  classC: knownPeople.classC.lines,
  classE: knownPeople.classE.lines,
  watched: knownPeople.watchedPerson.lines,
  customer: knownPeople.customer.lines,
  underAge: knownPeople.underAge.lines,
  classD: knownPeople.classD.lines,
  watchedDocument: knownPeople.watchedDocument.lines,
} as const

export const eriksson = {
  givenNames: 'Anna Maria',
  familyName: 'Eriksson',
  contactNumber: '+33 6 39 98 66 10',
} as const
export const viktor = { givenNames: 'Viktor', familyName: 'Šrámek', contactNumber: '+33 6 39 98 66 11' } as const
export const milan = { givenNames: 'Milan', familyName: 'Horváček', contactNumber: '+33 6 39 98 66 13' } as const
export const rosa = { givenNames: 'Rosa', familyName: 'Delmas', contactNumber: '+33 6 39 98 66 12' } as const
