import type { Sentences } from '../sentences.ts'
import type { payNowStepText as english } from '../en/step-pay-now.ts'

/** Sentences of the step Pay now, in French. */
export const payNowStepText: Sentences<typeof english> = {
  'payNow.title': 'Paiement',
  'payNow.locked': 'Le contrat se signe d’abord.',
  'payNow.due': 'À payer maintenant',
  'payNow.sentence': '{amountMinor:money} à payer maintenant.',
  'payNow.nothing': 'Rien à payer maintenant. La commande peut partir.',
  'payNow.method': 'Mode de paiement',
  'payNow.method.cash': 'Espèces',
  'payNow.method.terminal': 'Terminal de carte',
  'payNow.tendered': 'Espèces remises',
  'payNow.change': 'Monnaie',
  'payNow.change.none': 'aucune',
  'payNow.reference': 'Référence du ticket du terminal',
  'payNow.reference.help': 'Les chiffres sous « Transaction » ; jamais un numéro de carte',
  'payNow.paid': '{amountMinor:money} payés à {at:time}.',
  'payNow.receipt': 'Reçu',
  'payNow.paid.method': 'Payé par',
  'payNow.paid.by': 'Encaissé par',
  'payNow.paid.reference': 'Référence',
  'payNow.sends': 'Avec le paiement, la commande part ; l’activation suit d’elle-même.',
}
