import type { Sentences } from '../sentences.ts'
import type { linesText as english } from '../en/lines.ts'

/** Sentences of lines from a file, in Russian. */
export const linesText: Sentences<typeof english> = {
  'lines.title': 'Линии из файла',
  'lines.hint': 'CSV: имя и тариф; при желании номер, SIM, заказ. Не больше 500 строк',
  'lines.choose': 'Выбрать файл',
  'lines.list': 'Строки файла',
  'lines.line': 'Строка',
  'lines.plan': 'Тариф',
  'lines.number': 'Номер',
  'lines.anyNumber': 'любой свободный',
  'lines.state': 'SIM или что не так',
  'lines.order': {
    one: 'Заказать {count} линию, {monthly} в месяц',
    few: 'Заказать {count} линии, {monthly} в месяц',
    many: 'Заказать {count} линий, {monthly} в месяц',
    other: 'Заказать {count} линии, {monthly} в месяц',
  },
  'lines.ordering': 'Заказ сохраняется',
  'lines.wrong': {
    one: '{count} строка неверна; пока она не исправлена в файле, ничего не заказано',
    few: '{count} строки неверны; пока они не исправлены в файле, ничего не заказано',
    many: '{count} строк неверны; пока они не исправлены в файле, ничего не заказано',
    other: '{count} строки неверны; пока они не исправлены в файле, ничего не заказано',
  },
  'lines.missing': 'Не хватает ещё чего-то; смотрите над списком',
  'lines.missing.identity': 'Подписант компании ещё не проверен. Сначала завершите шаг «Личность».',
  'lines.missing.credit':
    'У компании ещё нет кредитного класса. Выберите тариф на шаге «Предложение», затем завершите «Кредитный класс».',
  'lines.missing.purchaseOrder':
    'У некоторых строк нет номера заказа. Введите выше один на все или дайте каждой свой в файле.',
  'lines.progress': 'Активно {active} из {of}, в центральной системе {sent}, застряло {stuck}',
  'lines.progress.label': 'Активные линии',
  'lines.LINES_EMPTY': 'В файле нет строк под заголовком. Выберите другой.',
  'lines.LINES_TOO_MANY': 'В файле строк: {has}, за один раз можно не больше {max}. Разделите его.',
  'lines.LINES_COLUMN_MISSING': 'Нет столбца «{column}». Добавьте его в заголовок файла.',
  'lines.LINES_COLUMN_UNKNOWN':
    'Столбец «{column}» неизвестен. Уберите его или назовите имя, тариф, номер, SIM или заказ.',
  'lines.LINE_CELLS': 'Число ячеек не такое, как в заголовке.',
  'lines.LINE_NAME_EMPTY': 'Нет имени.',
  'lines.LINE_NAME_LONG': 'Имя длиннее {max} букв.',
  'lines.LINE_PLAN_UNKNOWN': 'Тарифа «{plan}» нет.',
  'lines.LINE_PLAN_ENDED': '«{plan}» сегодня не продаётся.',
  'lines.LINE_NUMBER_WRONG': '{number} не телефонный номер.',
  'lines.LINE_NUMBER_TWICE': '{number} уже стоит в строке {line}.',
  'lines.LINE_NUMBER_TAKEN': '{number} не свободен.',
  'lines.LINE_SIM_WRONG': '«{sim}» не карта и не eSIM.',
  'lines.LINE_REFERENCE_LONG': 'Номер заказа длиннее {max} знаков.',
  'command.order.submitLines': 'Заказаны линии из файла',
  'error.COMPANIES_ONLY': 'Линии из файла только для компаний. Выберите компанию на шаге «Причина».',
  'error.LINES_REFUSED':
    'Строк, которые так заказать нельзя: {count}; не заказано ничего: {lines}. Исправьте файл и выберите его снова.',
  'error.NUMBERS_EMPTY':
    'Свободных номеров меньше, чем строк. Закажите меньше за раз или попросите бэк-офис добавить номера.',
}
