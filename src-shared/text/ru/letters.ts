/** Letters about disputes and credits: what is granted, what is left, why, and where to turn next. */
export const letterTexts = {
  'letter.subject.dispute': 'ваша претензия {reference}',
  'letter.subject.credit': 'кредит-нота к счёту {number}',
  'letter.subject.charge': 'начисление в следующем счёте',
  'letter.subject.reversed': 'отмена кредит-ноты',
  'letter.subject.chargeOff': 'отмена начисления',
  'letter.filed': 'Мы получили вашу претензию {reference} по счёту {number}. Сумма: {claimedMinor:money} {currency}.',
  'letter.held': 'Пока решения нет, {heldMinor:money} {currency} из этого счёта платить не нужно.',
  'letter.stillDue': 'Неоспоренная часть, {dueMinor:money} {currency}, оплачивается в прежний срок: {due:date}.',
  'letter.answer': 'Ответ вы получите не позднее {answerBy:date}.',
  'letter.granted':
    'Мы рассмотрели вашу претензию {reference} по счёту {number} и удовлетворяем её: {grantedMinor:money} {currency}.',
  'letter.inPart':
    'Мы рассмотрели вашу претензию {reference} по счёту {number} и удовлетворяем её частично: {grantedMinor:money} {currency} из {claimedMinor:money} {currency}.',
  'letter.rejected':
    'Мы рассмотрели вашу претензию {reference} по счёту {number}. Сумма {claimedMinor:money} {currency} начислена верно, удовлетворить претензию мы не можем.',
  'letter.rest': 'Осталось оплатить {restMinor:money} {currency}, новый срок: {due:date}.',
  'letter.nextBill': 'Из них вы уже оплатили {creditMinor:money} {currency}: следующий счёт будет меньше на эту сумму.',
  'letter.reason': 'Причина: {note}',
  'letter.appeal':
    'Если вы не согласны, решение можно обжаловать до {appealUntil:date}. Можно также обратиться сюда: {turnTo}.',
  'letter.turnTo': 'Если вы не согласны, можно обратиться сюда: {turnTo}.',
  'letter.credit': 'Мы даём вам кредит-ноту на {amountMinor:money} {currency} к счёту {number}.',
  'letter.noCredit': 'Мы рассмотрели кредит-ноту к счёту {number}, о которой говорили. Дать её мы не можем.',
  'letter.reversed':
    'Мы отменяем кредит-ноту на {amountMinor:money} {currency} к счёту {number}. Эта сумма войдёт в следующий счёт.',
  'letter.chargeOff': 'Мы отменяем начисление на {amountMinor:money} {currency}. В следующем счёте его не будет.',
  'letter.charge': 'В следующем счёте будет начисление на {amountMinor:money} {currency}: {what}.',
  'letter.disagree': 'Если вы не согласны, эту строку можно оспорить, как только придёт счёт.',
  'letter.filedTopUp': 'Мы получили вашу претензию {reference} по пополнению. Сумма: {claimedMinor:money} {currency}.',
  'letter.grantedTopUp':
    'Мы рассмотрели вашу претензию {reference} по пополнению и удовлетворяем её: {grantedMinor:money} {currency}.',
  'letter.inPartTopUp':
    'Мы рассмотрели вашу претензию {reference} по пополнению и удовлетворяем её частично: {grantedMinor:money} {currency} из {claimedMinor:money} {currency}.',
  'letter.rejectedTopUp':
    'Мы рассмотрели вашу претензию {reference} по пополнению. Оно проведено верно, вернуть {claimedMinor:money} {currency} мы не можем.',
  'letter.toTheGood': 'Эта сумма зачислена в ваш аванс.',
  'message.template.disputeFiled': 'Претензия получена',
  'message.template.disputeDecided': 'Решение по претензии',
  'message.template.creditDecided': 'Кредит-нота или начисление',
} as const
