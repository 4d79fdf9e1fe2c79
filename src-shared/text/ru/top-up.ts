import type { Sentences } from '../sentences.ts'
import type { topUpText as english } from '../en/top-up.ts'

/** Disputed top-ups, in Russian. */
export const topUpText: Sentences<typeof english> = {
  'dispute.title.topUp': 'Претензия, пополнение {at:day}',
  'dispute.topUp': 'Пополнение',
  'dispute.topUp.open': 'Открыть претензию',
  'dispute.topUp.cash': 'Наличными',
  'dispute.topUp.terminal': 'Картой, {reference}',
  'dispute.topUp.line': 'Пополнение {at:day}, {at:time}',
  'dispute.topUp.amount': 'Оспорено из пополнения',
  'dispute.topUp.tooLate':
    'Это пополнение можно было оспорить до {last:date}. Скажите клиенту, куда обратиться дальше.',
  'dispute.topUp.notReady': 'Введите сумму, которая осталась от пополнения.',
  'dispute.topUp.tell.open': 'Ответ будет до {on:date}. Если всё так, {amountMinor:money} поступят в ваш аванс.',
  'dispute.topUp.tell.part':
    'Возвращаем {amountMinor:money} из {claimedMinor:money}. Решение можно обжаловать; куда ещё обратиться: {name:name}.',
  'dispute.topUp.tell.rejected':
    'Возврата нет: пополнение проведено верно. Решение можно обжаловать; куда ещё обратиться: {name:name}.',
  'dispute.topUp.tell.withdrawn': 'Претензия закрыта, как вы хотели. Пополнение остаётся таким, как проведено.',
  'decision.because.topUp': 'Платежа нет на этом рабочем месте. Повторите при связи.',
  'decision.topUp': 'Пополнение',
  'decision.topUp.card': 'Картой',
  'decision.topUp.by': '{way}, {name}',
  'decision.topUp.like.reference': '{way}, тот же номер',
  'decision.topUp.like.sum': '{way}, та же сумма',
  'decision.topUp.col.reference': 'Номер',
  'decision.topUp.col.paid': 'Оплачено',
  'decision.topUp.col.topUp': 'Зачислено',
  'decision.topUp.after': 'После зачисления {amountMinor:money}',
  'decision.topUp.row.credit': 'Аванс',
  'decision.topUp.row.left': 'Платёж',
  'decision.topUp.leftOf': 'не возвращено {leftMinor:money} из {topUpMinor:money}',
  'decision.topUp.toTheGood': '{amountMinor:money} в плюс',
  'decision.why.topUp.reference': 'Номер {reference} проведён второй раз, {at:day} в {at:time}.',
  'decision.why.topUp.sum': '{amountMinor:money} проведены второй раз в пределах десяти минут, {at:day} в {at:time}.',
  'decision.why.topUp.gone': 'Всё уже возвращено.',
  'decision.why.topUp.settled': 'Проведено дважды, и платёж {at:day}, {at:time} уже возвращён.',
  'decision.why.topUp.notArrived': 'Проведено один раз. Не хватает остатка на линии за тот день.',
  'decision.why.topUp.bookedTwice':
    'Ни того же номера, ни той же суммы в пределах десяти минут нет. Не хватает выписки с обоими платежами.',
  'decision.why.topUp.otherSum': 'Проведено один раз. Не хватает чека или выписки с другой суммой.',
  'decision.why.topUp.other': 'Проведено один раз, и ничто на этом месте этому не противоречит.',
  'decision.why.topUp.shown': 'То, что показал клиент, справа: это нужно посмотреть.',
}
