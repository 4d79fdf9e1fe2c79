import type { Sentences } from '../sentences.ts'
import type { trailText as english } from '../en/trail.ts'

/** The trail of a case, in Russian. */
export const trailText: Sentences<typeof english> = {
  'trail.title': 'История этого обращения',
  'trail.close': 'Закрыть',
  'trail.asking': 'Запрашивается центральная система.',
  'trail.whole': 'Всё, как записано в центральной системе.',
  'trail.more':
    'Центральная система сейчас недоступна. Это то, что знает рабочее место; в центральной системе может быть больше.',
  'trail.here': 'Сохранено на этом рабочем месте',
  'trail.other': '{name}: {what}',
  'trail.asked': 'Запрос супервизору, {name}: {what}',
  'trail.refused': 'Введено, {name}, отклонено центральной системой: {what}',
  'trail.interaction.openCase': 'Обращение начато: {name}',
  'trail.interaction.saveCaseStep': 'Шаг «{what}» завершён: {name}',
  'trail.interaction.saveCaseStep.parked': 'Шаг «{what}» отложен: {name}',
  'trail.interaction.closeCase': 'Обращение закрыто: {name}',
  'trail.interaction.closeCase.abandon': 'Обращение прекращено: {name}',
  'trail.interaction.takeOverCase': 'Обращение продолжено: {name}',
  'trail.interaction.handOverCase': 'Обращение передано: {name} → {to}',
  'trail.interaction.approveHeld': 'Одобрено, {name}: {what}',
  'trail.interaction.rejectHeld': 'Не одобрено, {name}: {what}',
  'trail.customer.createProspect': 'Клиент создан: {name}',
  'trail.identity.recordEvidence': 'Документ записан: {name}',
  'trail.credit.requestDecision': 'Запрошен кредитный класс: {name}',
  'trail.credit.overrideDecision': 'Кредитный класс изменён решением: {name}',
  'trail.number.reserveNumber': 'Номер удержан: {name}',
  'trail.contract.signContract': 'Договор подписан: {name}',
  'trail.payment.recordPayment': 'Платёж принят: {name}',
  'trail.order.submitOrder': 'Заказ отправлен: {name}',
  'trail.order.withdrawOrder': 'Заказ отозван: {name}',
  'trail.number.revealPuk': 'Запрошен PUK: {name}',
  'trail.number.pukShown': 'PUK показан: {name}',
  'trail.message.sendMessage': 'Сообщение клиенту отправлено: {name}',
  'trail.dispute.fileDispute': 'Спор заявлен: {name}',
  'trail.dispute.decideDispute': 'Решение по спору: {name}',
}
