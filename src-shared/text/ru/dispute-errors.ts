import type { Sentences } from '../sentences.ts'
import type { disputeErrorText as english } from '../en/dispute-errors.ts'

/** Commands of disputes and credits by name, and their refusals: what happened, then what to do next. */
export const disputeErrorText: Sentences<typeof english> = {
  'command.adjustment.giveCredit': 'Возврат',
  'command.adjustment.decideCredit': 'Решение о возврате',
  'command.adjustment.reassignCredit': 'Возврат передан на решение',
  'command.adjustment.askBack': 'Вопрос о возврате',
  'command.adjustment.answer': 'Ответ о возврате',
  'command.adjustment.withdrawCredit': 'Запрос возврата отозван',
  'command.adjustment.reverseCredit': 'Возврат отменён',
  'command.adjustment.giveCharge': 'Начисление',
  'command.adjustment.delegateAuthority': 'Передача полномочий',
  'command.adjustment.endDelegation': 'Передача полномочий окончена',
  'command.dispute.fileDispute': 'Претензия',
  'command.dispute.fileTopUp': 'Претензия по пополнению',
  'command.dispute.withdrawDispute': 'Претензия отозвана',
  'command.dispute.askBack': 'Вопрос клиенту',
  'command.dispute.addWords': 'Дополнение к претензии',
  'command.dispute.reassign': 'Претензия передана коллеге',
  'command.dispute.decideDispute': 'Решение по претензии',
  'error.OWN_HOUSEHOLD': 'Этот клиент из вашей семьи. Решает коллега.',
  'error.SIGNED_ALREADY': 'Вы это уже подписали. Вторую подпись ставит другой человек.',
  'error.NO_AUTHORITY': 'Ваша роль не возвращает деньги. Оставьте это руководителю группы или супервайзеру.',
  'error.REQUEST_CHANGED': 'С тех пор что-то добавлено. Ничего не решено; прочитайте снова и решите.',
  'error.REQUEST_WITHDRAWN': 'Заявление тем временем отозвали. Ваше решение не действует; ничего не проведено.',
  'error.ASKED_BACK': '{by}, задан вопрос. Ничего не решено; сначала ответ.',
  'error.ANSWERED_ALREADY':
    'На вопрос уже ответили, или запрос изменился. Ваш ответ не добавлен; посмотрите возврат ещё раз.',
  'error.ALREADY_DECIDED': 'Первым решил(а) {by}. Ваше решение не действует; посмотрите то решение.',
  'error.NOTE_MISSING':
    'Для частичного решения, отказа или отмены нужна причина: её прочтёт клиент. Введите её и решите снова.',
  'error.CREDIT_TOO_MUCH': 'Это больше, чем осталось: {leftMinor:money}. Выберите меньшую сумму; ничего не проведено.',
  'error.CREDIT_AMOUNT': 'Возврат не меньше одного цента. Введите сумму снова.',
  'error.LINE_UNKNOWN': 'Одной из строк нет в этом счёте. Откройте счёт снова и выберите.',
  'error.AMOUNT_DIFFERS':
    'Счёт изменился: по данным системы это {amountMinor:money}. Ничего не проведено; скажите клиенту и введите снова.',
  'error.BILL_CREDITED': 'Счёт уже возвращён целиком. Возвращать больше нечего.',
  'error.CREDIT_CURRENCY': 'Этот счёт в {currency}. Введите сумму в этой валюте.',
  'error.REASON_UNKNOWN': 'Этой причины больше нет в списке. Выберите другую.',
  'error.ADJUSTMENT_EXISTS': 'Этот возврат уже записан. Посмотрите возвраты клиента.',
  'error.ADJUSTMENT_UNKNOWN': 'Система не знает этого возврата. Посмотрите список снова.',
  'error.ABOVE_AUTHORITY':
    'Это выше ваших полномочий, осталось {leftMinor:money}. Оставьте это тому, кто вправе; ничего не проведено.',
  'error.NOT_GIVEN': 'Этот возврат не был проведён, отменять нечего. Посмотрите на его состояние.',
  'error.REVERSED_ALREADY': 'Уже отменено, кем: {by}. Второй раз ничего не проведено.',
  'error.CHARGE_BILLED': 'Это начисление уже вошло в счёт. Оформите возврат по его строке.',
  'error.GIVEN_BY_HIGHER': 'Это решил человек с большими полномочиями. Оставьте отмену ему или супервайзеру.',
  'error.NOT_YOURS': 'Это запросил коллега. Отозвать может только он; супервайзер может отказать.',
  'error.DELEGATION_DATES': 'Последний день раньше первого или уже прошёл. Выберите будущие дни.',
  'error.DELEGATION_NOT_YOURS': 'Эти полномочия передал другой. Отозвать их может он или супервайзер.',
  'error.EVIDENCE_TOO_MUCH':
    'Наибольшее число материалов претензии: {most}. Объедините остальные в один или опишите их в тексте.',
  'error.DELEGATION_UNKNOWN': 'Система не знает этой передачи полномочий. Посмотрите список снова.',
  'error.DISPUTE_EXISTS': 'Эта претензия уже записана. Откройте её в карточке клиента.',
  'error.PAYMENT_UNKNOWN': 'Система не знает пополнения этого клиента по такому платежу. Посмотрите платежи снова.',
  'error.DISPUTE_UNKNOWN': 'Система не знает этой претензии. Посмотрите претензии клиента снова.',
  'error.LINE_DISPUTED': 'Одна из строк уже оспорена: {reference}, записал(а) {by}. Добавьте слова клиента туда.',
  'error.LINE_DECIDED':
    'По одной из строк уже есть решение: {reference}. Заново её не оспаривают; решение можно обжаловать до {last:date}.',
  'error.APPEAL_BY_SELF': 'Первое решение приняли вы. Жалобу рассматривает коллега.',
  'error.FILING_TOO_LATE': 'Этот счёт можно было оспорить до {last:date}. Возврат из доброй воли ещё возможен.',
  'error.APPEAL_UNKNOWN': 'По этому счёту нет решения, которое можно обжаловать. Оспорьте его строки.',
  'error.APPEAL_TOO_LATE': 'Решение можно было обжаловать до {last:date}. Скажите клиенту, куда обратиться дальше.',
  'error.APPEAL_TWICE': 'Это решение уже обжаловали. Скажите клиенту, куда обратиться дальше.',
  'error.FILE_TOO_LARGE': 'Файл может быть не больше {limit} МБ. Выберите файл меньше или снимите только нужную часть.',
  'error.FILE_TYPE':
    'Можно хранить только файлы PDF, PNG и JPEG. Выберите другой файл или сначала сохраните его как PDF.',
  'error.FILE_DAMAGED': 'Файл повреждён или обрезан. Попросите его ещё раз и выберите снова.',
  'error.FILE_GONE': 'Файла {name} больше нет на этом рабочем месте. Выберите его снова.',
  'error.FILES_TOO_MANY':
    'К одной претензии прилагается файлов не больше: {most}. Уберите лишние; остальные можно добавить потом.',
  'error.FILE_ELSEWHERE':
    'Файл в центральной системе, а она не отвечает. Повторите, когда рабочее место будет на связи.',
}
