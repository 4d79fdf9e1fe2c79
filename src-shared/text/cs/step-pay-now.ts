import type { Sentences } from '../sentences.ts'
import type { payNowStepText as english } from '../en/step-pay-now.ts'

/** Sentences of the step Pay now, in Czech. */
export const payNowStepText: Sentences<typeof english> = {
  'payNow.title': 'Platba',
  'payNow.locked': 'Nejdřív se podepisuje smlouva.',
  'payNow.due': 'K úhradě nyní',
  'payNow.sentence': 'Nyní se platí {amountMinor:money}.',
  'payNow.nothing': 'Nyní se nic neplatí. Objednávku lze odeslat.',
  'payNow.method': 'Způsob platby',
  'payNow.method.cash': 'Hotově',
  'payNow.method.terminal': 'Platební terminál',
  'payNow.tendered': 'Přijatá hotovost',
  'payNow.change': 'Vrátit',
  'payNow.change.none': 'nic',
  'payNow.reference': 'Reference na lístku z terminálu',
  'payNow.reference.help': 'Číslice pod „Transakce“; nikdy číslo karty',
  'payNow.paid': 'Zaplaceno {amountMinor:money} v {at:time}.',
  'payNow.receipt': 'Doklad',
  'payNow.paid.method': 'Zaplaceno',
  'payNow.paid.by': 'Přijal(a)',
  'payNow.paid.reference': 'Reference',
  'payNow.sends': 'S platbou odchází objednávka; aktivace následuje sama.',
}
