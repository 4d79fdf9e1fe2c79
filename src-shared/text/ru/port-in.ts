import type { Sentences } from '../sentences.ts'
import type { portInText as english } from '../en/port-in.ts'

/** Sentences of a number brought from another operator, in Russian. */
export const portInText: Sentences<typeof english> = {
  'portIn.bring': 'Перенести номер от другого оператора',
  'portIn.number': 'Переносимый номер',
  'portIn.donor': 'Его оператор',
  'portIn.code': 'Счёт или код там',
  'portIn.on': 'День',
  'portIn.window': 'Когда',
  'portIn.window.morning': 'утром',
  'portIn.window.afternoon': 'днём',
  'portIn.window.evening': 'вечером',
  'portIn.temporary': 'До тех пор у линии номер выше.',
  'portIn.title': 'Номер от другого оператора',
  'portIn.state.requested': '{number:phone}: запрос отправлен в {donor}, ответ придёт позже.',
  'portIn.state.refusedByDonor': 'Застряло: {donor} не отдаёт номер {number:phone}.',
  'portIn.state.scheduled': '{number:phone} придёт {on:date}; до тех пор у линии {temporary:phone}.',
  'portIn.state.cutOver': '{number:phone} теперь номер линии.',
  'portIn.state.withdrawn': 'Отозвано: у линии остаётся {temporary:phone}.',
  'portIn.refusal.DUES_UNPAID':
    'У другого оператора есть неоплаченные счета. Клиент оплачивает их там, затем запросите снова.',
  'portIn.refusal.MINIMUM_STAY': 'Клиент пробыл там меньше минимального срока. Выберите день позже и запросите снова.',
  'portIn.refusal.OWNERSHIP_CHANGE': 'Линия там меняет владельца. Когда новый владелец будет записан, запросите снова.',
  'portIn.refusal.CONTRACT_OBLIGATION':
    'Клиента там ещё связывает договор. Он расторгает его или доплачивает, затем запросите снова.',
  'portIn.refusal.COURT_ORDER':
    'Номер остановлен судом, перенести его нельзя. У линии остаётся номер, который уже есть.',
  'portIn.refusal.CODE_WRONG': 'Счёт или код не подходит. Уточните его у клиента и запросите снова.',
  'portIn.askAgain': 'Запросить снова',
  'wrong.PORT_DAY_WRONG': 'День с сегодняшнего, в пределах 90 дней. Выберите другой.',
  'wrong.PORT_NUMBER_OURS': 'Этот номер уже наш. Выберите его из номеров или узнайте, у кого он.',
  'error.PORT_IN_EXISTS': 'Этот номер уже переносится. Посмотрите, на каком он этапе, прежде чем запрашивать снова.',
  'error.PORT_NUMBER_OURS': 'Этот номер уже наш; запроса не было. Выберите другой.',
  'error.PORT_DAY_WRONG': 'Можно выбрать день с сегодняшнего, в пределах 90 дней. Выберите другой и отправьте снова.',
  'error.PRODUCT_UNKNOWN': 'Линии для этого номера нет в базе. Сначала закажите линию.',
  'error.PORT_IN_UNKNOWN': 'Это рабочее место не знает такого запроса. Откройте обращение снова.',
  'error.PORT_NOT_REFUSED': 'Оператор не отказывал; запрашивать снова нечего. Дождитесь ответа.',
  'error.PORT_IN_OVER': 'Номер уже перешёл или запрос отозван. Посмотрите на линию.',
  'command.number.requestPortIn': 'Запрошен перенос номера',
  'command.number.askDonorAgain': 'Перенос запрошен снова',
  'command.number.withdrawPortIn': 'Перенос отозван',
}
