import type { Sentences } from '../sentences.ts'
import type { choicesText as english } from '../en/choices.ts'

/** Sentences of who pays and of many offers, in Russian. */
export const choicesText: Sentences<typeof english> = {
  'payer.who': 'Счета получает',
  'payer.own': 'клиент',
  'payer.other': 'другой человек',
  'payer.find': 'Найти, кто платит',
  'payer.find.help': 'Наш клиент, по имени или номеру',
  'payer.none': 'Наш клиент не найден. Сначала плательщика записывают как клиента.',
  'payer.found': 'Могут платить',
  'payer.take': 'Платит',
  'payer.chosen': 'Счета этой линии получает: {name}.',
  'payer.agreed': 'Плательщик согласен платить',
  'payer.change': 'Выбрать другого',
  'wrong.PAYER_MISSING': 'Найдите, кто платит, или оставьте счета клиенту.',
  'wrong.PAYER_NOT_AGREED': 'Никто не платит за другого без согласия. Спросите плательщика и поставьте отметку.',
  'offer.find': 'Найти среди тарифов',
  'offer.find.none': 'Тарифа с такими словами нет. Очистите поле, чтобы увидеть все.',
  'offer.device.add': {
    one: 'Добавить устройство ({count})',
    few: 'Добавить устройство ({count})',
    many: 'Добавить устройство ({count})',
    other: 'Добавить устройство ({count})',
  },
}
