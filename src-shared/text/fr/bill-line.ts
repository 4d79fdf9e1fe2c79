import type { Sentences } from '../sentences.ts'
import type { billLineText as english } from '../en/bill-line.ts'

/** What a line of a bill is called and how it came about, in French. */
export const billLineText: Sentences<typeof english> = {
  'billLine.usage': '{type:key} : {zone}',
  'billLine.type.voice': 'Appels',
  'billLine.type.data': 'Internet',
  'billLine.type.message': 'Messages',
  'billLine.type.other': 'Autres services',
  'billLine.zone.home': 'en France',
  'billLine.zone.national': 'numéros nationaux',
  'billLine.zone.premium': 'numéros spéciaux',
  'billLine.zone.europe': 'vers l’Europe',
  'billLine.zone.world': 'vers le reste du monde',
  'billLine.zone.roamingEu': 'à l’étranger, dans l’UE',
  'billLine.zone.roamingWorld': 'à l’étranger, hors UE',
  'billLine.rerated': 'Consommations de la facture {number}, recalculées',
  'billLine.nextBill': 'Dû à la signature du contrat {reference}',
  'billLine.period': 'du {from:date} au {to:date}',
  'billLine.part': 'du {from:date} au {to:date}, {days} sur {ofDays} jours de {amountMinor:money}',
  'billLine.day': 'le {on:date}',
  'billLine.corrected': 'Rectification : {detail}',
  'billLine.records.voice': { one: '{count} appel, {used}', other: '{count} appels, {used}' },
  'billLine.records.data': { one: '{used}, {count} session', other: '{used}, {count} sessions' },
  'billLine.records.message': { one: '{count} message', other: '{count} messages' },
  'billLine.records.other': { one: '{count} utilisation', other: '{count} utilisations' },
  'billLine.free': '{detail}, dont gratuit : {free}',
  'billLine.hours': '{hours}:{minutes}:{seconds} h',
  'billLine.minutes': '{minutes}:{seconds} min',
  'billLine.kB': '{amount} ko',
  'billLine.MB': '{amount} Mo',
  'billLine.GB': '{amount} Go',
}
