import type { Sentences } from '../sentences.ts'
import type { billLineText as english } from '../en/bill-line.ts'

/** What a line of a bill is called and how it came about, in Russian. */
export const billLineText: Sentences<typeof english> = {
  'billLine.usage': '{type:key}: {zone}',
  'billLine.type.voice': 'Звонки',
  'billLine.type.data': 'Интернет',
  'billLine.type.message': 'Сообщения',
  'billLine.type.other': 'Другие услуги',
  'billLine.zone.home': 'дома',
  'billLine.zone.national': 'номера внутри страны',
  'billLine.zone.premium': 'особые номера',
  'billLine.zone.europe': 'в Европу',
  'billLine.zone.world': 'в остальные страны',
  'billLine.zone.roamingEu': 'за границей, в ЕС',
  'billLine.zone.roamingWorld': 'за границей, вне ЕС',
  'billLine.rerated': 'Трафик счёта {number}, рассчитан заново',
  'billLine.nextBill': 'К оплате при подписании договора {reference}',
  'billLine.period': '{from:date} – {to:date}',
  'billLine.part': '{from:date} – {to:date}, дней: {days} из {ofDays}, весь период {amountMinor:money}',
  'billLine.day': '{on:date}',
  'billLine.corrected': 'Исправление: {detail}',
  'billLine.records.voice': {
    one: '{count} звонок, {used}',
    few: '{count} звонка, {used}',
    many: '{count} звонков, {used}',
    other: '{count} звонка, {used}',
  },
  'billLine.records.data': {
    one: '{used}, {count} сеанс',
    few: '{used}, {count} сеанса',
    many: '{used}, {count} сеансов',
    other: '{used}, {count} сеанса',
  },
  'billLine.records.message': {
    one: '{count} сообщение',
    few: '{count} сообщения',
    many: '{count} сообщений',
    other: '{count} сообщения',
  },
  'billLine.records.other': {
    one: '{count} раз',
    few: '{count} раза',
    many: '{count} раз',
    other: '{count} раза',
  },
  'billLine.free': '{detail}, из них бесплатно: {free}',
  'billLine.hours': '{hours}:{minutes}:{seconds} ч',
  'billLine.minutes': '{minutes}:{seconds} мин',
  'billLine.kB': '{amount} кБ',
  'billLine.MB': '{amount} МБ',
  'billLine.GB': '{amount} ГБ',
}
