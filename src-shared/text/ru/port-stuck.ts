import type { Sentences } from '../sentences.ts'
import type { portStuckText as english } from '../en/port-stuck.ts'

/** Sentences of a refused number, in Russian. */
export const portStuckText: Sentences<typeof english> = {
  'portStuck.short': 'Номер от {donor}',
  'portStuck.sentence': '{donor} не отдаёт номер; клиент: {name}.',
  'portStuck.number': 'Переносимый номер',
  'portStuck.temporary': 'Пока у линии',
  'portStuck.donor': 'Его оператор',
  'portStuck.answered': 'Отказ',
  'portStuck.tries': 'Запросов',
  'portStuck.again': 'Запросить снова: {donor}',
  'portStuck.keep': 'Оставить {temporary:phone}',
  'portStuck.keep.follows': 'Запрос отозван, донор извещён, это новый номер линии.',
  'portIn.say.DUES_UNPAID': 'Ваш оператор ещё ждёт оплаты. Оплатите там, и я запрошу снова.',
  'portIn.say.MINIMUM_STAY': 'Вам нужно пробыть там ещё немного. Какой более поздний день вам подходит?',
  'portIn.say.OWNERSHIP_CHANGE': 'Ваш номер там переоформляют. Сообщите, когда закончат, и я запрошу снова.',
  'portIn.say.CONTRACT_OBLIGATION': 'Вас там ещё связывает договор. Подождём его конца или вы сначала его закроете?',
  'portIn.say.COURT_ORDER': 'Этот номер перенести нельзя. Новый остаётся у вас и уже работает.',
  'portIn.say.CODE_WRONG': 'Код не подошёл. Прочтите его мне ещё раз.',
}
