import { createHash } from 'node:crypto'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import { documentHash } from '#shared/domain/identity/document-hash.ts'
import { writeIccid } from '#shared/domain/number/iccid.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { Random } from '#core/seed/random.ts'
import { createRandom } from '#core/seed/random.ts'
import type { Origin } from '#core/seed/seed-data.ts'
import { readSeedData } from '#core/seed/seed-data.ts'
import { seedId } from '#core/seed/seed-ids.ts'

/** A customer of the benchmark with the lines in use. */
export interface BenchCustomer {
  readonly customer: MirrorRow<'customer'>
  readonly products: readonly MirrorRow<'product'>[]
  readonly documentNumber: string | null
}

/**
 * Makes customers as a market of a million has them: names of the seed's four origins made many by syllables, as common
 * and as rare as names are (Zipf), thousands of towns and streets, numbers without order. The same index is the same one.
 */
export function createBenchPeople(hashKey: Uint8Array): (index: number) => BenchCustomer {
  const data = readSeedData()
  const origins = data.origins.flatMap((origin) => Array.from({ length: origin.share }, () => manyNames(origin)))
  const towns = [...data.places.towns.map(([, town]) => town), ...made(4_000, townParts)]
  const streets = [...data.places.streets, ...made(12_000, streetParts)]
  return (index) => {
    const random = createRandom(7, index)
    const origin = random.pick(origins)
    const given = often(random, random.percent(51) ? origin.female : origin.male, 8)
    const second = random.percent(12) ? ` ${often(random, origin.male, 8)}` : ''
    const state = random.percent(94) ? 'active' : random.percent(50) ? 'prospect' : 'closed'
    const lines = state === 'prospect' ? 0 : random.percent(75) ? 1 : 2
    const id = seedId(7, 'customer', index)
    const products = Array.from({ length: lines }, (_, line) => productOf(id, index * 2 + line, state === 'closed'))
    const documentNumber = random.percent(70) ? `${10 + random.below(90)}AB${10_000 + random.below(90_000)}` : null
    const document = { issuingState: random.percent(80) ? 'FRA' : 'CZE', kind: 'idCard' } as const
    const isSame = products[0] !== undefined && random.percent(80)
    return {
      products,
      documentNumber,
      customer: {
        id,
        scope: 'bench',
        version: 1,
        state,
        kind: 'individual',
        family_name: often(random, origin.family, 20),
        given_names: `${given}${second}`,
        contact_number: isSame ? (products[0]?.msisdn ?? null) : numberOf(2_000_000 + index, '1'),
        email: `customer.${index}.of.bench@example.net`,
        street: `${1 + random.below(120)} ${often(random, streets, 50)}`,
        postal_code: String(10_000 + random.below(85_000)),
        town: often(random, towns, 10),
        language: origin.language,
        birth_date: `19${40 + random.below(60)}-0${1 + random.below(9)}-1${random.below(10)}`,
        person_hash: createHash('sha256').update(`person ${index}`).digest('hex'),
        document_hash:
          documentNumber === null
            ? null
            : documentHash({ ...document, documentNumber }, (text) => keyedHash(hashKey, text)),
        account_number: state === 'prospect' ? null : String(100_001 + index),
        balance_minor: random.percent(82) ? 0 : random.below(9_000),
        currency: 'EUR',
        first_inquiry_at: 1_700_000_000_000 + index,
        contract_signed_at: state === 'prospect' ? null : 1_700_000_000_000 + index,
        active_since: state === 'prospect' ? null : 1_700_000_000_000 + index,
      },
    }
  }
}

function productOf(customerId: string, slot: number, isClosed: boolean): MirrorRow<'product'> {
  return {
    id: seedId(7, 'product', slot),
    scope: 'bench',
    version: 1,
    customer_id: customerId,
    order_id: null,
    offer_id: 'mobile-m',
    state: isClosed ? 'terminated' : 'active',
    msisdn: numberOf(slot, slot % 3 === 0 ? '7' : '6'),
    iccid: writeIccid({ country: '33', issuer: '98', account: 1_000_000 + slot }),
    monthly_minor: 2490,
    currency: 'EUR',
    since: 1_700_000_000_000 + slot,
    user_name: '',
    payer_id: null,
    purchase_order: '',
  }
}

/** A number of its own for each slot, without visible order. */
function numberOf(slot: number, first: string): string {
  return `+33${first}${String((slot * 48_271_139 + 17) % 100_000_000).padStart(8, '0')}`
}

interface Names {
  readonly language: Origin['language']
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly family: readonly string[]
}

const latin = [
  'ba',
  'ber',
  'ca',
  'dé',
  'dou',
  'fa',
  'gi',
  'han',
  'la',
  'lou',
  'mar',
  'né',
  'pel',
  'ri',
  'ro',
  'sa',
  'tier',
  'van',
  'vo',
  'žá',
]
const cyrillic = [
  'ба',
  'ве',
  'го',
  'да',
  'жи',
  'ка',
  'ла',
  'ми',
  'но',
  'по',
  'ро',
  'се',
  'та',
  'фё',
  'хо',
  'ши',
  'щу',
  'яр',
]

function manyNames(origin: Origin): Names {
  const isCyrillic = origin.language === 'ru'
  const parts = isCyrillic ? cyrillic : latin
  const ends = isCyrillic
    ? ['ов', 'ин', 'ский', 'енко', 'ева']
    : ['ard', 'eau', 'ier', 'in', 'ek', 'ová', 'son', 'et', 'es', 'y']
  const known = many.get(origin)
  if (known) return known
  const names = {
    language: origin.language,
    female: [...origin.female, ...made(1_200, [parts, parts, isCyrillic ? ['на', 'ия'] : ['ie', 'ine', 'ette', 'a']])],
    male: [...origin.male, ...made(1_200, [parts, parts, isCyrillic ? ['ий', 'слав'] : ['o', 'us', 'el', 'an']])],
    family: [...origin.family, ...(origin.familyFemale ?? []), ...made(25_000, [parts, parts, parts, ends])],
  }
  many.set(origin, names)
  return names
}
const many = new Map<Origin, Names>()

const townParts = [
  ['Saint-', 'Ville', 'Neu', 'Mont', 'Pont-à-', 'Bois'],
  latin,
  latin,
  ['ville', 'court', ' sur Meuse', 'ange', ''],
]
const streetParts = [
  ['rue ', 'avenue ', 'boulevard ', 'allée ', 'chemin '],
  ['de la ', 'du ', 'Saint-', ''],
  latin,
  latin,
  latin,
]

/** So many different names of parts, each begun with a capital. */
function made(count: number, parts: readonly (readonly string[])[]): readonly string[] {
  const random = createRandom(11, count)
  const names = new Set<string>()
  for (let tries = 0; names.size < count && tries < count * 5; tries++) {
    const name = parts.map((some) => random.pick(some)).join('')
    names.add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  return [...names]
}

/** One of a list, the first ones often and the last ones hardly ever (Zipf and Mandelbrot, shifted by `flat`). */
function often(random: Random, list: readonly string[], flat: number): string {
  const share = random.below(1_000_000) / 1_000_000
  const place = Math.exp(share * Math.log((list.length + flat) / flat)) * flat - flat
  return list[Math.min(list.length - 1, Math.floor(place))] ?? ''
}
