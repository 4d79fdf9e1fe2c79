import type { Sentences } from '../sentences.ts'
import type { billingText as english } from '../en/billing.ts'

/** What billing refuses: a rate plan, a payment, in French. */
export const billingText: Sentences<typeof english> = {
  'error.PLAN_BAND_GAP':
    'Plan {plan}, tarif {rate} : aucun prix de {from} à {to} ({day:key}). Ajoutez une plage pour ces heures.',
  'error.PLAN_BAND_OVERLAP': 'Plan {plan}, tarif {rate} : deux prix de {from} à {to} ({day:key}). N’en gardez qu’un.',
  'error.PLAN_TIER_ORDER': 'Plan {plan}, tarif {rate} : les paliers commencent à 0 et montent. Remettez-les en ordre.',
  'error.PLAN_PREFIX_TWICE':
    'Plan {plan} : les numéros commençant par {prefix} figurent dans deux zones. Laissez-les dans une seule.',
  'error.PLAN_RATE_TWICE':
    'Plan {plan} : le tarif {rate} y est deux fois, ou sa zone a deux tarifs. N’en gardez qu’un.',
  'error.PLAN_ZONE_UNKNOWN':
    'Plan {plan} : aucun numéro n’appartient à la zone {zone}. Indiquez lesquels, ou nommez une autre zone.',
  'error.CYCLE_FIXED': 'Ce payeur a déjà des factures, et leurs périodes restent.',
  'error.CYCLE_CHANGED':
    'Les factures de ce payeur ont désormais d’autres périodes. Annulez seulement la facture ; la suivante reprendra ses jours.',
  'error.BILL_UNKNOWN':
    'Le système central ne connaît pas cette facture. Regardez à nouveau les factures de ce client.',
  'error.SELLER_UNKNOWN':
    'Ce marché n’indique pas le vendeur : ses factures ne peuvent pas être éditées. Faites compléter la politique du marché au système central.',
  'error.BILL_CREDITED': 'Cette facture a déjà été annulée par un avoir. Rien n’a changé.',
  'error.DISPUTE_OPEN':
    'Une décision est attendue sur {reference} pour cette facture. Tranchez ou retirez la demande, puis annulez la facture.',
  'error.USAGE_UNPRICED':
    'Consommations sans prix : {records}. Ajoutez leurs zones au plan tarifaire, puis recalculez la facture.',
  'rating.day.weekday': 'jour ouvré',
  'rating.day.weekend': 'week-end',
  'rating.day.holiday': 'jour férié',
  'error.TAX_UNKNOWN': 'Aucun taux de taxe {code} n’est en vigueur le {day:date}. Ajoutez-le à la liste de prix.',
  'error.ALLOCATION_UNKNOWN_BILL':
    'Une facture indiquée pour ce paiement n’a plus rien à payer. Regardez les factures ouvertes et répartissez à nouveau.',
  'error.ALLOCATION_TOO_MUCH':
    'Une facture a reçu plus que son reste dû, ou plus que la somme payée. Répartissez à nouveau.',
  'error.ACCOUNT_UNKNOWN': 'Aucune facture n’est établie pour ce client. Cherchez celui qui paie.',
  'error.PAYMENT_CURRENCY': 'Ce client paie en {currency}. Prenez la somme dans cette devise.',
  'error.PAYMENT_TWICE':
    'Un paiement portant la référence {reference} est déjà enregistré. Rien n’a été comptabilisé. Regardez les paiements de ce client.',
  'error.PAYMENT_AMOUNT': 'Un paiement est supérieur à zéro. Saisissez la somme à nouveau.',
}
