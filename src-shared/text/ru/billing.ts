import type { Sentences } from '../sentences.ts'
import type { billingText as english } from '../en/billing.ts'

/** What billing refuses: a rate plan, a payment, in Russian. */
export const billingText: Sentences<typeof english> = {
  'error.PLAN_BAND_GAP':
    'Тариф {plan}, ставка {rate}: с {from} до {to} ({day:key}) цены нет. Добавьте полосу для этих часов.',
  'error.PLAN_BAND_OVERLAP':
    'Тариф {plan}, ставка {rate}: с {from} до {to} ({day:key}) действуют две цены. Оставьте одну.',
  'error.PLAN_TIER_ORDER': 'Тариф {plan}, ставка {rate}: ступени начинаются с 0 и растут. Расставьте их по порядку.',
  'error.PLAN_PREFIX_TWICE': 'Тариф {plan}: номера с началом {prefix} стоят в двух зонах. Оставьте их в одной.',
  'error.PLAN_RATE_TWICE': 'Тариф {plan}: ставка {rate} указана дважды, или у её зоны две ставки. Оставьте одну.',
  'error.PLAN_ZONE_UNKNOWN':
    'Тариф {plan}: к зоне {zone} не относится ни один номер. Укажите номера или назовите другую зону.',
  'error.CYCLE_FIXED': 'У этого плательщика уже есть счета, и их периоды остаются.',
  'error.CYCLE_CHANGED':
    'Периоды счетов этого плательщика с тех пор изменились. Только отмените счёт; его дни войдут в следующий.',
  'error.BILL_UNKNOWN': 'Центральная система не знает этого счёта. Посмотрите счета клиента снова.',
  'error.SELLER_UNKNOWN':
    'Для этого рынка не указан продавец, поэтому счёт оформить нельзя. Попросите дополнить правила рынка в центральной системе.',
  'error.BILL_CREDITED': 'Этот счёт уже отменён кредит-нотой. Ничего не изменено.',
  'error.DISPUTE_OPEN': 'По этому счёту ждёт решения {reference}. Решите или отзовите запрос, затем отмените счёт.',
  'error.USAGE_UNPRICED': 'Записи трафика без цены: {records}. Добавьте их зоны в тариф и пересчитайте счёт.',
  'rating.day.weekday': 'будний день',
  'rating.day.weekend': 'выходной',
  'rating.day.holiday': 'праздник',
  'error.TAX_UNKNOWN': 'На {day:date} ставка налога {code} не действует. Добавьте её в прайс-лист.',
  'error.ALLOCATION_UNKNOWN_BILL':
    'Счёт, указанный для этого платежа, уже оплачен. Посмотрите открытые счета и распределите сумму снова.',
  'error.ALLOCATION_TOO_MUCH': 'На счёт отнесено больше, чем осталось или чем заплачено. Распределите сумму снова.',
  'error.ACCOUNT_UNKNOWN': 'Этому клиенту счета не выставляются. Найдите того, кто платит.',
  'error.PAYMENT_CURRENCY': 'Этот клиент платит в валюте {currency}. Примите сумму в ней.',
  'error.PAYMENT_TWICE': 'Платёж с номером {reference} уже записан. Ничего не проведено. Посмотрите платежи клиента.',
  'error.PAYMENT_AMOUNT': 'Платёж больше нуля. Введите сумму снова.',
}
