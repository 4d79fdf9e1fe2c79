import { z } from 'zod'
import { roleSchema } from '#shared/domain/staff/roles.ts'

const minor = z.int().min(0)

/** What one role may give away, minor units of the market's currency (product.md, Authority). */
export const authorityLimitsSchema = z.object({
  /** One matter: a bill and a reason, all its splits together. */
  perItemMinor: minor,
  /** One person in one business day. */
  perDayMinor: minor,
  /** One customer in `customerDays`, whoever gave it. */
  perCustomerMinor: minor,
  /** Of the bill it is about. */
  percentOfBill: z.int().min(0).max(100),
  /** Two people of this role together; never less than `perItemMinor`. */
  coSignMinor: minor,
  /** What the core signs into one desk's lease to be spent without it. */
  offlineMinor: minor,
})
export type AuthorityLimits = z.infer<typeof authorityLimitsSchema>

function limits(item: number, day: number, customer: number, percent: number, coSign: number, offline: number) {
  return {
    perItemMinor: item * 100,
    perDayMinor: day * 100,
    perCustomerMinor: customer * 100,
    percentOfBill: percent,
    coSignMinor: coSign * 100,
    offlineMinor: offline * 100,
  }
}

/** Authority as data. A role that is not named gives nothing away. */
export const authorityPolicySchema = z.object({
  customerDays: z.int().min(1).default(90),
  roles: z.partialRecord(roleSchema, authorityLimitsSchema).default({
    agent: limits(25, 100, 50, 100, 25, 50),
    store: limits(25, 100, 50, 100, 25, 50),
    lead: limits(100, 500, 200, 100, 150, 100),
    supervisor: limits(500, 2_000, 500, 100, 1_000, 0),
    manager: limits(5_000, 20_000, 5_000, 100, 10_000, 0),
  }),
  /** A decision can be taken back for so long: it is sent when they are over. */
  undoSeconds: z.int().min(0).default(10),
})
export type AuthorityPolicy = z.infer<typeof authorityPolicySchema>

const reasonSchema = z.object({
  code: z.string().min(1).max(40),
  /** By language. */
  names: z.record(z.string(), z.string()),
})
export type Reason = z.infer<typeof reasonSchema>

function reason(code: string, en: string, fr: string, ru: string, cs: string): Reason {
  return { code, names: { en, fr, ru, cs } }
}

/** Disputes and credits: reasons and deadlines. Days are calendar days of the core. */
export const disputePolicySchema = z.object({
  /** A bill can be disputed so long after its date. */
  filingDays: z.int().min(1).default(180),
  /** The customer has an answer within so many days; waiting for the customer does not count. */
  answerDays: z.int().min(1).default(14),
  /** A decision can be appealed once, so long after it. */
  appealDays: z.int().min(1).default(30),
  /** What stays to be paid after a decision is due again so much later. */
  newDueDays: z.int().min(1).default(14),
  /** Disputes just like each other can be approved together where each claims at most so much, minor units. */
  alikeMinor: minor.default(2_000),
  /** Where a customer turns next, by language. */
  turnTo: z.record(z.string(), z.string()).default({
    en: 'the Mediator of Electronic Communications',
    fr: 'le Médiateur des communications électroniques',
    ru: 'Медиатор электронных коммуникаций',
    cs: 'mediátor elektronických komunikací',
  }),
  disputeReasons: z
    .array(reasonSchema)
    .min(1)
    .default([
      reason('notUsed', 'I did not use this', 'Je ne l’ai pas utilisé', 'Я этим не пользовался', 'Toto jsem nepoužil'),
      reason(
        'otherPrice',
        'Another price was agreed',
        'Un autre prix était convenu',
        'Цена была другой',
        'Cena byla jiná',
      ),
      reason(
        'latePass',
        'Pass active too late',
        'Option activée trop tard',
        'Пакет включён поздно',
        'Balíček zapnut pozdě',
      ),
      reason(
        'noService',
        'The service did not work',
        'Le service ne marchait pas',
        'Услуга не работала',
        'Služba nefungovala',
      ),
      reason(
        'notOrdered',
        'I did not order this',
        'Je ne l’ai pas commandé',
        'Я этого не заказывал',
        'Toto jsem neobjednal',
      ),
      reason('twice', 'Charged twice', 'Facturé deux fois', 'Списано дважды', 'Účtováno dvakrát'),
      reason('ended', 'It had ended before', 'C’était déjà résilié', 'Уже было отключено', 'Bylo už ukončeno'),
    ]),
  creditReasons: z
    .array(reasonSchema)
    .min(1)
    .default([
      reason('goodwill', 'Goodwill', 'Geste commercial', 'Жест доброй воли', 'Vstřícné gesto'),
      reason('ourDelay', 'Our delay', 'Notre retard', 'Наша задержка', 'Naše zpoždění'),
      reason('ourError', 'Our error', 'Notre erreur', 'Наша ошибка', 'Naše chyba'),
      reason('outage', 'Outage', 'Panne', 'Авария', 'Výpadek'),
    ]),
  topUpReasons: z
    .array(reasonSchema)
    .min(1)
    .default([
      reason('notArrived', 'It never arrived', 'Jamais arrivée', 'Не поступило', 'Nedorazilo'),
      reason('bookedTwice', 'Taken twice', 'Prélevée deux fois', 'Списано дважды', 'Strženo dvakrát'),
      reason('otherSum', 'Another sum was paid', 'Montant différent', 'Сумма была другой', 'Jiná částka'),
    ]),
  chargeReasons: z
    .array(reasonSchema)
    .min(1)
    .default([
      reason(
        'billedTooLittle',
        'Billed too little before',
        'Montant facturé trop faible',
        'Раньше начислено меньше',
        'Dříve účtováno méně',
      ),
      reason(
        'notReturned',
        'Device not returned',
        'Équipement non rendu',
        'Оборудование не возвращено',
        'Nevrácené zařízení',
      ),
      reason('simReplaced', 'SIM card replaced', 'Carte SIM remplacée', 'Замена SIM-карты', 'Výměna SIM karty'),
      reason('visit', 'Technician’s visit', 'Passage d’un technicien', 'Выезд мастера', 'Výjezd technika'),
      reason('paperCopy', 'Copy on paper', 'Copie sur papier', 'Бумажная копия', 'Kopie na papíře'),
    ]),
})
export type DisputePolicy = z.infer<typeof disputePolicySchema>
