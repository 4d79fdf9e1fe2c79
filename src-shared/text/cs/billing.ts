import type { Sentences } from '../sentences.ts'
import type { billingText as english } from '../en/billing.ts'

/** What billing refuses: a rate plan, a payment, in Czech. */
export const billingText: Sentences<typeof english> = {
  'error.PLAN_BAND_GAP':
    'Tarif {plan}, sazba {rate}: od {from} do {to} ({day:key}) chybí cena. Přidejte pásmo pro tyto hodiny.',
  'error.PLAN_BAND_OVERLAP':
    'Tarif {plan}, sazba {rate}: od {from} do {to} ({day:key}) platí dvě ceny. Ponechte jednu.',
  'error.PLAN_TIER_ORDER': 'Tarif {plan}, sazba {rate}: stupně začínají od 0 a rostou. Seřaďte je.',
  'error.PLAN_PREFIX_TWICE': 'Tarif {plan}: čísla začínající {prefix} jsou ve dvou zónách. Ponechte je v jedné.',
  'error.PLAN_RATE_TWICE':
    'Tarif {plan}: sazba {rate} je uvedena dvakrát, nebo má její zóna dvě sazby. Ponechte jednu.',
  'error.PLAN_ZONE_UNKNOWN': 'Tarif {plan}: do zóny {zone} nepatří žádná čísla. Uveďte která, nebo zvolte jinou zónu.',
  'error.CYCLE_FIXED': 'Tento plátce už vyúčtování má a jejich období platí.',
  'error.CYCLE_CHANGED':
    'Vyúčtování tohoto plátce už mají jiná období. Jen vyúčtování zrušte; jeho dny převezme příští.',
  'error.BILL_UNKNOWN': 'Centrála toto vyúčtování nezná. Podívejte se znovu na vyúčtování zákazníka.',
  'error.SELLER_UNKNOWN':
    'Tento trh neuvádí prodávajícího, proto jeho vyúčtování nelze vytisknout. Nechte doplnit pravidla trhu v centrále.',
  'error.BILL_CREDITED': 'Toto vyúčtování už bylo zrušeno dobropisem. Nic se nezměnilo.',
  'error.DISPUTE_OPEN':
    'K tomuto vyúčtování se čeká na rozhodnutí o {reference}. Rozhodněte nebo žádost vezměte zpět, pak vyúčtování zrušte.',
  'error.USAGE_UNPRICED':
    'Záznamy provozu bez ceny: {records}. Doplňte jejich zóny do tarifu a přepočítejte vyúčtování.',
  'rating.day.weekday': 'pracovní den',
  'rating.day.weekend': 'víkend',
  'rating.day.holiday': 'svátek',
  'error.TAX_UNKNOWN': 'K {day:date} neplatí žádná sazba daně {code}. Doplňte ji do ceníku.',
  'error.ALLOCATION_UNKNOWN_BILL':
    'Na vyúčtování uvedeném u platby už nic nezbývá. Podívejte se na otevřená vyúčtování a rozdělte částku znovu.',
  'error.ALLOCATION_TOO_MUCH': 'Na vyúčtování připadlo víc, než zbývá, nebo než bylo zaplaceno. Rozdělte částku znovu.',
  'error.ACCOUNT_UNKNOWN': 'Pro tohoto zákazníka se vyúčtování nevystavuje. Najděte toho, kdo platí.',
  'error.PAYMENT_CURRENCY': 'Tento zákazník platí v měně {currency}. Přijměte částku v ní.',
  'error.PAYMENT_TWICE':
    'Platba s označením {reference} už je zapsána. Nic se nezaúčtovalo. Podívejte se na platby zákazníka.',
  'error.PAYMENT_AMOUNT': 'Platba je vyšší než nula. Zadejte částku znovu.',
}
