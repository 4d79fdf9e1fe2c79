import type { Sentences } from '../sentences.ts'
import type { payNowStepText as english } from '../en/step-pay-now.ts'

/** Sentences of the step Pay now, in Russian. */
export const payNowStepText: Sentences<typeof english> = {
  'payNow.title': 'Оплата',
  'payNow.locked': 'Сначала подписывается договор.',
  'payNow.due': 'К оплате сейчас',
  'payNow.sentence': 'К оплате сейчас: {amountMinor:money}.',
  'payNow.nothing': 'Сейчас платить нечего. Заказ можно отправить.',
  'payNow.method': 'Способ оплаты',
  'payNow.method.cash': 'Наличные',
  'payNow.method.terminal': 'Терминал',
  'payNow.tendered': 'Получено наличными',
  'payNow.change': 'Сдача',
  'payNow.change.none': 'нет',
  'payNow.reference': 'Номер с чека терминала',
  'payNow.reference.help': 'Цифры под «Transaction»; номер карты не нужен',
  'payNow.paid': 'Оплачено {amountMinor:money} в {at:time}.',
  'payNow.receipt': 'Чек',
  'payNow.paid.method': 'Способ',
  'payNow.paid.by': 'Принято',
  'payNow.paid.reference': 'Номер',
  'payNow.sends': 'С оплатой заказ уйдёт; активация последует сама.',
}
