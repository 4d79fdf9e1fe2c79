import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { line } from '#shared/kernel/text-field.ts'
import { deviceWays } from '#shared/domain/catalogue/offer-rules.ts'
import { billPayerSchema, mandateSchema } from '#shared/domain/customer/company-commands.ts'
import { signWays } from '#shared/domain/contract/acceptance.ts'
import { messageChannelSchema } from '#shared/domain/message/templates.ts'
import { portWindowSchema } from '#shared/domain/number/port-in.ts'
import { customerKinds } from '#shared/domain/customer/kinds.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'

/** Steps of the sale, in the order of the rail; they open in any order. */
export const saleSteps = ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow', 'activation'] as const
export type SaleStep = (typeof saleSteps)[number]
export const saleStepSchema = z.enum(saleSteps)

export const channels = ['walkIn', 'phone', 'email', 'chat'] as const
export type Channel = (typeof channels)[number]
export const channelSchema = z.enum(channels)

/**
 * What is typed in each step, exactly as typed: parsing belongs to finishing a step. Long pastes are cut off by the
 * field's own limit, so a draft never refuses.
 */
export const stepFields = {
  reason: z.object({
    customerId: idSchema.nullable(),
    kind: z.enum(customerKinds),
    givenNames: line(200),
    familyName: line(200),
    contactNumber: line(60),
    email: line(200),
    language: languageSchema,
    bureau: z.boolean(),
    recording: z.boolean(),
    sms: z.boolean(),
    emailConsent: z.boolean(),
    profiling: z.boolean(),
    /** Who else lives in a household, separated by commas. */
    members: line(400),
    companyName: line(200),
    /** The company this one is a branch of. */
    parentId: idSchema.nullable(),
    registerNumber: line(40),
    vatNumber: line(40),
    /** Of the place of business, where the country has such numbers (КПП). */
    placeNumber: line(40),
    signatoryRole: line(120),
    mandate: mandateSchema,
    mandateReference: line(120),
    bills: billPayerSchema,
    purchaseOrder: line(60),
    /** Who has the new line in hand. */
    lineUser: line(120),
    /** Who gets the bills of the line: the customer, or somebody else, and whether they agreed. */
    paidBy: z.enum(['customer', 'other']),
    payerId: idSchema.nullable(),
    payerAgreed: z.boolean(),
  }),
  offer: z.object({
    segment: z.enum(['mobile', 'fixed']),
    billing: z.enum(['postPaid', 'prePaid']),
    planId: z.string().max(60).nullable(),
    addOnIds: z.array(z.string().max(60)).max(20),
    wish: line(20),
    msisdn: z.string().max(16).nullable(),
    sim: z.enum(['card', 'eSim']),
    deviceId: z.string().max(60).nullable(),
    devicePay: z.enum(deviceWays),
    /** Where a fixed line is to be installed. */
    street: line(200),
    postalCode: line(20),
    town: line(100),
    /** A number brought from another operator; until it comes the line has `msisdn`. */
    isPorting: z.boolean(),
    portNumber: line(40),
    portDonor: line(80),
    portCode: line(60),
    portOn: line(20),
    portWindow: portWindowSchema,
  }),
  identity: z.object({
    documentKind: z.enum(['passport', 'idCard']),
    line1: line(60),
    line2: line(60),
    line3: line(60),
    addressKind: z.enum(['utilityBill', 'bankStatement', 'lease', 'taxLetter']),
    addressIssuedOn: line(20),
    street: line(200),
    postalCode: line(20),
    town: line(100),
    nameConfirmed: z.boolean(),
  }),
  credit: z.object({ income: line(20) }),
  sign: z.object({
    language: languageSchema,
    acceptance: z.enum(['pad', 'mouse']),
    /** Strokes as SVG path data in a 600 x 180 box; empty while unsigned. */
    signature: z.string().max(200_000),
    /** How a contract is accepted; '' as the channel of the case has it. */
    way: z.enum(signWays),
    /** By what the summary and the code are sent. */
    sendBy: messageChannelSchema,
    /** Number of the recording in which the contract was read aloud and accepted. */
    recording: line(60),
  }),
  payNow: z.object({
    method: z.enum(['cash', 'terminal', 'nextBill']),
    tendered: line(20),
    terminalReference: line(40),
    /** Credit for a pre-paid line beyond its first month. */
    topUp: line(20),
  }),
  activation: z.object({}),
} as const satisfies Record<SaleStep, z.ZodType>

export type StepFields = { readonly [S in SaleStep]: z.infer<(typeof stepFields)[S]> }

/** An untouched step. */
export const emptyFields: StepFields = {
  reason: {
    customerId: null,
    kind: 'individual',
    givenNames: '',
    familyName: '',
    contactNumber: '',
    email: '',
    language: 'en',
    bureau: false,
    recording: false,
    sms: false,
    emailConsent: false,
    profiling: false,
    members: '',
    companyName: '',
    parentId: null,
    registerNumber: '',
    vatNumber: '',
    placeNumber: '',
    signatoryRole: '',
    mandate: 'lawful',
    mandateReference: '',
    bills: 'own',
    purchaseOrder: '',
    lineUser: '',
    paidBy: 'customer',
    payerId: null,
    payerAgreed: false,
  },
  offer: {
    segment: 'mobile',
    billing: 'postPaid',
    planId: null,
    addOnIds: [],
    wish: '',
    msisdn: null,
    sim: 'card',
    deviceId: null,
    devicePay: 'once',
    street: '',
    postalCode: '',
    town: '',
    isPorting: false,
    portNumber: '',
    portDonor: '',
    portCode: '',
    portOn: '',
    portWindow: 'morning',
  },
  identity: {
    documentKind: 'passport',
    line1: '',
    line2: '',
    line3: '',
    addressKind: 'utilityBill',
    addressIssuedOn: '',
    street: '',
    postalCode: '',
    town: '',
    nameConfirmed: false,
  },
  credit: { income: '' },
  sign: { language: 'en', acceptance: 'pad', signature: '', way: '', sendBy: 'sms', recording: '' },
  payNow: { method: 'cash', tendered: '', terminalReference: '', topUp: '' },
  activation: {},
}
