import type { Sentences } from '../sentences.ts'
import type { contractText as english } from '../en/contract.ts'

/** Sentences on paper: contract, summary, conditions. What stands in [brackets] is printed bold, in Russian. */
export const contractText: Sentences<typeof english> = {
  'paper.title': 'Договор {reference}',
  'paper.page': '{reference}, страница {page} из {pages}',
  'paper.summary': 'Краткое содержание договора',
  'paper.plan': 'Тариф',
  'paper.plan.value': '{plan}',
  'paper.plan.with': '{plan} и {addOns}',
  'paper.number': 'Номер телефона',
  'paper.sim': 'SIM-карта',
  'paper.sim.card': 'Карта',
  'paper.sim.eSim': 'eSIM',
  'paper.monthly': 'В месяц',
  'paper.monthly.value': '[{amountMinor:money}] с налогом',
  'paper.dueNow': 'К оплате сейчас',
  'paper.dueNow.none': 'Ничего',
  'paper.dueNow.value': '[{amountMinor:money}]',
  'paper.dueNow.deposit': '[{amountMinor:money}], из них депозит {depositMinor:money}',
  'paper.firstBill': 'Первый счёт',
  'paper.firstBill.value': '[{amountMinor:money}], {on:date}',
  'paper.firstBill.part': '[{amountMinor:money}], {on:date}, дней: {days} из {ofDays}',
  'paper.firstBill.none': 'Нет, линия с предоплатой',
  'paper.commitment': 'Срок обязательства',
  'paper.commitment.value': {
    one: '{months} месяц, до {until:date}; всего [{totalMinor:money}]',
    few: '{months} месяца, до {until:date}; всего [{totalMinor:money}]',
    many: '{months} месяцев, до {until:date}; всего [{totalMinor:money}]',
    other: '{months} месяца, до {until:date}; всего [{totalMinor:money}]',
  },
  'paper.commitment.none': 'Нет, уйти можно в любое время',
  'paper.notice': 'Уведомление об уходе',
  'paper.notice.value': 'За месяц, письменно или в любом салоне',
  'paper.notice.prePaid': 'Не требуется',
  'paper.leaving': 'При досрочном уходе',
  'paper.leaving.quarter': 'Четверть оставшихся месячных плат',
  'paper.leaving.percent': '{percent} % оставшихся месячных плат',
  'paper.leaving.none': 'Ничего',
  'paper.sums': 'Суммы в {currency} с налогом, по прайс-листу {priceList}.',
  'paper.conditional': 'До подтверждения условен.',
  'paper.conditional.text':
    'Не всё удалось подтвердить сразу. Номер, SIM-карту и кредитный класс мы подтвердим до {at:time}, {at:day}. Если не сможем, договор прекращается без расходов и каждый платёж возвращается.',
  'paper.placeAndDay': '{place}, {on:date}',
  'paper.agent': '{agent}, от имени {operator}',
  'paper.signatureOf': 'Подпись: {name}',
  'paper.conditions': 'Условия',
  'paper.condition.1': 'Что вы покупаете',
  'paper.condition.1.text':
    '{operator} оказывает услугу, указанную в кратком содержании, со дня активации линии. Краткое содержание является частью договора; при расхождении с этими условиями действует краткое содержание.',
  'paper.condition.2': 'Цены и счета',
  'paper.condition.2.text':
    'Цены из краткого содержания действуют весь срок обязательства. Неполный месяц оплачивается по числу дней от дней всего периода. В каждом счёте указан день оплаты, не раньше 14 дней после отправки.',
  'paper.condition.3': 'Депозит',
  'paper.condition.3.text':
    'Депозит остаётся вашим. Он возвращается с последним счётом или раньше, если ваш кредитный класс его больше не требует. До этого счета из него не оплачиваются.',
  'paper.condition.4': 'Ваш номер',
  'paper.condition.4.text':
    'Номер ваш, пока действует договор, и вы можете перенести его к другому оператору. Если его нельзя предоставить, с вами согласуют другой в подписанном допсоглашении; цена не меняется.',
  'paper.condition.5': 'Просрочка оплаты',
  'paper.condition.5.text':
    'До ограничения любой услуги вы получаете напоминание и уведомление, каждое с датой. То, что вы вовремя оспорили, не взыскивается до решения. Экстренные вызовы работают всегда.',
  'paper.condition.6': 'Прекращение договора',
  'paper.condition.6.text':
    'Договор можно прекратить с уведомлением, указанным в кратком содержании, письменно или в любом салоне. В течение обязательства причитается сумма из строки «При досрочном уходе». Больше за уход ничего не берётся.',
  'paper.condition.7': 'Изменения',
  'paper.condition.7.text':
    'Об изменении цены или услуги не в вашу пользу сообщают за месяц, и до этого срока вы можете уйти без расходов. Ничто в договоре не меняется без документа, который вы приняли.',
  'paper.condition.8': 'Ваши данные',
  'paper.condition.8.text':
    'Мы храним то, чего требуют договор, закон и ваши согласия. Из документа мы храним то, что подтверждает вашу личность, но не его изображение. Каждое согласие можно отозвать в любое время так же просто, как оно было дано.',
  'paper.seal': 'Документ при подписании запечатан своим SHA-256. Любое изменение видно.',
  'paper.number.later': 'Выдаётся с заказом',
  'paper.number.none': 'Нет',
  'paper.installation': 'Адрес линии',
  'paper.device': 'Устройство',
  'paper.device.once': '{device}, оплата сразу',
  'paper.device.instalments': '{device}, в рассрочку в сумме за месяц',
  'paper.monthly.net': '[{amountMinor:money}], без НДС',
  'paper.monthly.first': '[{amountMinor:money}], первые {months} мес. {firstMinor:money}; с НДС',
  'paper.monthly.firstNet': '[{amountMinor:money}], первые {months} мес. {firstMinor:money}; без НДС',
}
