/** What billing refuses: a rate plan, a payment. */
export const billingText = {
  'error.PLAN_BAND_GAP':
    'Plan {plan}, rate {rate}: nothing is priced on a {day:key} from {from} to {to}. Add a band for these hours.',
  'error.PLAN_BAND_OVERLAP':
    'Plan {plan}, rate {rate}: two prices apply on a {day:key} from {from} to {to}. Leave one of them.',
  'error.PLAN_TIER_ORDER': 'Plan {plan}, rate {rate}: its tiers have to begin at 0 and rise. Put them in order.',
  'error.PLAN_PREFIX_TWICE': 'Plan {plan}: numbers that begin with {prefix} stand in two zones. Leave them in one.',
  'error.PLAN_RATE_TWICE': 'Plan {plan}: rate {rate} is there twice, or its zone has two rates. Leave one of them.',
  'error.PLAN_ZONE_UNKNOWN': 'Plan {plan}: no numbers belong to the zone {zone}. Say which do, or name another zone.',
  'error.CYCLE_FIXED': 'This payer has bills already, and their periods stand.',
  'error.CYCLE_CHANGED':
    'The bills of this payer are of other periods by now. Take the bill back alone; the next one takes its days up.',
  'error.BILL_UNKNOWN': 'The core knows no such bill. Look at the bills of this customer again.',
  'error.SELLER_UNKNOWN':
    'This market does not say who sells, so its bills cannot be put on paper. Have the core’s market policy completed.',
  'error.BILL_CREDITED': 'This bill was taken back by a credit note already. Nothing was changed.',
  'error.DISPUTE_OPEN':
    'A decision about {reference} is due on this bill. Decide or withdraw it, then take the bill back.',
  'error.USAGE_UNPRICED':
    'Usage records without a price: {records}. Add their zones to the rate plan, then price the bill anew.',
  'rating.day.weekday': 'weekday',
  'rating.day.weekend': 'weekend day',
  'rating.day.holiday': 'holiday',
  'error.TAX_UNKNOWN': 'No tax rate {code} is in force on {day:date}. Add it to the price list.',
  'error.ALLOCATION_UNKNOWN_BILL':
    'A bill named for this payment has nothing left to pay. Look at the open bills and share the sum out again.',
  'error.ALLOCATION_TOO_MUCH': 'More was put on a bill than is open or was paid. Share the sum out again.',
  'error.ACCOUNT_UNKNOWN': 'No bills are made for this customer. Look for the one who pays.',
  'error.PAYMENT_CURRENCY': 'This customer pays in {currency}. Take the sum in that currency.',
  'error.PAYMENT_TWICE':
    'A payment with the reference {reference} is on record already. Nothing was booked. Look at this customer’s payments.',
  'error.PAYMENT_AMOUNT': 'A payment is more than nothing. Type the sum again.',
} as const
