import type { Sentences } from '../sentences.ts'
import type { billLineText as english } from '../en/bill-line.ts'

/** What a line of a bill is called and how it came about, in Czech. */
export const billLineText: Sentences<typeof english> = {
  'billLine.usage': '{type:key}: {zone}',
  'billLine.type.voice': 'Hovory',
  'billLine.type.received': 'Přijaté hovory',
  'billLine.type.data': 'Data',
  'billLine.type.message': 'Zprávy',
  'billLine.type.other': 'Ostatní služby',
  'billLine.zone.home': 'doma',
  'billLine.zone.national': 'vnitrostátní čísla',
  'billLine.zone.premium': 'zvláštní čísla',
  'billLine.zone.europe': 'do Evropy',
  'billLine.zone.world': 'do zbytku světa',
  'billLine.zone.roamingEu': 'v zahraničí, v EU',
  'billLine.zone.roamingZone3': 'v zahraničí, zóna 3',
  'billLine.zone.roamingWorld': 'v zahraničí, mimo EU',
  'billLine.rerated': 'Provoz z vyúčtování {number}, nově oceněný',
  'billLine.nextBill': 'Splatné při podpisu smlouvy {reference}',
  'billLine.period': '{from:date} až {to:date}',
  'billLine.part': '{from:date} až {to:date}, dnů {days} z {ofDays}, celé období {amountMinor:money}',
  'billLine.day': '{on:date}',
  'billLine.corrected': 'Oprava: {detail}',
  'billLine.records.voice': {
    one: '{count} hovor, {used}',
    few: '{count} hovory, {used}',
    other: '{count} hovorů, {used}',
  },
  'billLine.records.received': {
    one: '{count} přijatý hovor, {used}',
    few: '{count} přijaté hovory, {used}',
    other: '{count} přijatých hovorů, {used}',
  },
  'billLine.records.data': {
    one: '{used}, {count} připojení',
    few: '{used}, {count} připojení',
    other: '{used}, {count} připojení',
  },
  'billLine.records.message': { one: '{count} zpráva', few: '{count} zprávy', other: '{count} zpráv' },
  'billLine.records.other': { one: '{count} použití', few: '{count} použití', other: '{count} použití' },
  'billLine.free': '{detail}, z toho zdarma: {free}',
  'billLine.hours': '{hours}:{minutes}:{seconds} h',
  'billLine.minutes': '{minutes}:{seconds} min',
  'billLine.kB': '{amount} kB',
  'billLine.MB': '{amount} MB',
  'billLine.GB': '{amount} GB',
}
