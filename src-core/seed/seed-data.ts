import { z } from 'zod'
import { accessWays } from '#shared/domain/catalogue/coverage.ts'
import {
  creditClassSchema,
  creditPolicySchema,
  identityPolicySchema,
  marketPolicySchema,
  verificationPolicySchema,
  workPolicySchema,
} from '#shared/domain/catalogue/policies.ts'
import { billPayerSchema, mandateSchema } from '#shared/domain/customer/company-commands.ts'
import { recipeNames } from '#shared/domain/interaction/recipes.ts'
import { saleStepSchema } from '#shared/domain/interaction/steps.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { readResource } from '../slices/kit/resource.ts'
import { templateSchema } from '../slices/message/template-text.ts'

const marketSchema = z.object({
  scope: z.string(),
  market: marketPolicySchema,
  identity: identityPolicySchema,
  work: workPolicySchema,
  verification: verificationPolicySchema,
  priceList: z.object({
    id: z.string(),
    currency: currencySchema,
    taxBasisPoints: z.int(),
    simCardMinor: z.int(),
    eSimMinor: z.int(),
    cycleDay: z.int(),
    validFrom: isoDateSchema,
  }),
  users: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      role: roleSchema,
      seat: z.string(),
      /** Known customers of their own household, by key. */
      kin: z.array(z.string()).default([]),
    }),
  ),
  /** The pool of free numbers: some always in it, some never, rare endings only where asked for. */
  numbers: z.object({
    prefix: z.string(),
    count: z.int(),
    always: z.array(z.string()),
    never: z.array(z.string()),
    rareEndings: z.array(z.string()),
  }),
  /** Numbers of the fixed network, given out by the core. */
  fixedNumbers: z.object({ prefix: z.string(), count: z.int() }),
  simStock: z.object({
    country: z.string(),
    issuer: z.string(),
    cards: z.int(),
    eSims: z.int(),
    stock: z.string(),
    /** Where eSIM profiles are loaded from. */
    smdp: z.string(),
  }),
})

const offerSchema = z.object({
  id: z.string(),
  kind: z.enum(['plan', 'addOn', 'bundle', 'device']),
  segment: z.enum(['mobile', 'fixed']),
  /** '' fits both. */
  billing: z.enum(['postPaid', 'prePaid', '']),
  name: z.record(languageSchema, z.string()),
  summary: z.record(languageSchema, z.string()),
  monthlyMinor: z.int(),
  commitmentMonths: z.int(),
  audience: z.enum(['all', 'company']).default('all'),
  needsClass: z.string().default(''),
  needsLine: z.boolean().default(false),
  /** Month and day on which it ended, the last time before today. */
  endedOn: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable()
    .default(null),
  twinId: z.string().nullable().default(null),
  coverage: z.enum(['', ...accessWays]).default(''),
  speedMbit: z.int().default(0),
  hasNumber: z.boolean().default(true),
  oneTimeMinor: z.int().default(0),
  downMinor: z.int().default(0),
  instalmentMinor: z.int().default(0),
  instalmentMonths: z.int().default(0),
  contains: z.array(z.string()).default([]),
  /** Key of the one company an individual plan is for. */
  forCustomer: z.string().nullable().default(null),
})
export type OfferData = z.infer<typeof offerSchema>

const promotionSchema = z.object({
  id: z.string(),
  offerId: z.string(),
  target: z.enum(['monthly', 'once']).default('monthly'),
  offMinor: z.int().min(1),
  months: z.int().min(0),
  needsSegment: z.enum(['', 'mobile', 'fixed']).default(''),
  needsOffer: z.string().default(''),
  endedOn: offerSchema.shape.endedOn,
  name: z.record(languageSchema, z.string()),
})

const speed = z.int().min(0)
const coverageSchema = z.object({
  postalCode: z.string(),
  town: z.string(),
  fibre: speed,
  dsl: speed,
  radio: speed,
  /** Streets that differ: fibre, DSL, radio. */
  streets: z.record(z.string(), z.tuple([speed, speed, speed])),
})

const byLanguage = z.record(languageSchema, z.string().min(1))
const knowledgeSchema = z.object({
  id: z.string(),
  recipe: z.enum(recipeNames),
  step: saleStepSchema,
  title: byLanguage,
  body: byLanguage,
})

const originSchema = z.object({
  share: z.int(),
  language: languageSchema,
  female: z.array(z.string()).min(1),
  male: z.array(z.string()).min(1),
  family: z.array(z.string()).min(1),
  familyFemale: z.array(z.string()).min(1).optional(),
})
export type Origin = z.infer<typeof originSchema>

const placesSchema = z.object({
  towns: z.array(z.tuple([z.string(), z.string(), z.int()])).min(1),
  streets: z.array(z.string()).min(1),
})

const storySchema = z.object({
  key: z.string(),
  givenNames: z.string(),
  familyName: z.string(),
  language: languageSchema,
  birthDate: isoDateSchema,
  contact: z.string(),
  postalCode: z.string(),
  town: z.string(),
  street: z.string(),
  balanceMinor: z.int(),
  plan: z.string(),
  /** How many days ago the first line began; null: as it comes. */
  activeDays: z.int().min(1).nullable().default(null),
  /** Seen and decided before, and still good; null for who has to show a document again. */
  creditClass: creditClassSchema.nullable().default(null),
  /** The word agreed for calls; '' none. */
  securityWord: z.string().default(''),
})
export type StoryCustomer = z.infer<typeof storySchema>

const partySchema = {
  key: z.string(),
  language: languageSchema,
  contact: z.string(),
  postalCode: z.string(),
  town: z.string(),
  street: z.string(),
  plan: z.string(),
}

const companiesSchema = z.object({
  companies: z.array(
    z.object({
      ...partySchema,
      name: z.string(),
      parent: z.string().nullable(),
      country: z.string().length(2),
      registerNumber: z.string(),
      vatNumber: z.string().nullable(),
      signatory: z.object({
        givenNames: z.string(),
        familyName: z.string(),
        role: z.string(),
        mandate: mandateSchema,
        mandateReference: z.string(),
        birthDate: isoDateSchema,
      }),
      bills: billPayerSchema,
      purchaseOrder: z.string(),
      limitMinor: z.int().nullable(),
      lines: z.int().min(0),
    }),
  ),
  households: z.array(
    z.object({
      ...partySchema,
      givenNames: z.string(),
      familyName: z.string(),
      birthDate: isoDateSchema,
      members: z.array(z.string()),
    }),
  ),
})
export type SeedCompany = z.infer<typeof companiesSchema>['companies'][number]
export type SeedHousehold = z.infer<typeof companiesSchema>['households'][number]

export type SeedData = ReturnType<typeof readSeedData>

/** Everything of `resources/seed`, parsed once at the door. Throws when a file is missing or malformed. */
export function readSeedData() {
  return {
    market: marketSchema.parse(read('market.json')),
    credit: creditPolicySchema.parse(read('credit.json')),
    offers: z.array(offerSchema).parse(read('offers.json')),
    knowledge: z.array(knowledgeSchema).parse(read('knowledge.json')),
    promotions: z.array(promotionSchema).parse(read('promotions.json')),
    messages: z.array(templateSchema).parse(read('messages.json')),
    coverage: z.array(coverageSchema).parse(read('coverage.json')),
    origins: Object.values(z.record(z.string(), originSchema).parse(read('names.json'))),
    places: placesSchema.parse(read('places.json')),
    story: z.array(storySchema).parse(read('customers.json')),
    ...companiesSchema.parse(read('companies.json')),
  } as const
}

function read(name: string): unknown {
  return JSON.parse(readResource(`seed/${name}`))
}
