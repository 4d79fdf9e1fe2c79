import { createHmac, createSecretKey } from 'node:crypto'
import { samePersonKey } from '#shared/domain/identity/judge-document.ts'
import { transliterate } from '#shared/domain/identity/transliterate.ts'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import { readAnswer } from '#shared/domain/verification/read-answer.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import { dateOfDayNumber, dayNumber } from '#shared/kernel/date.ts'
import type { CreditClass } from '#shared/domain/catalogue/policies.ts'
import type { KnownPerson } from './known-people.ts'
import { knownPeople, knownPeopleList } from './known-people.ts'
import { documentHashOf } from './people-rows.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Origin, SeedData, StoryCustomer } from './seed-data.ts'
import { seedId } from './seed-ids.ts'

/** Who a seeded customer is. */
export interface Person {
  readonly isStory: boolean
  readonly givenNames: string
  readonly familyName: string
  readonly language: string
  readonly birthDate: string
  readonly email: string
  readonly street: string
  readonly postalCode: string
  readonly town: string
  readonly personHash: string
  readonly documentHash: string | null
  /** Keyed hash of the word agreed for calls. */
  readonly securityWordHash: string | null
  readonly contactNumber: string | null
  readonly balanceMinor: number | null
  readonly planId: string | null
  /** How many days ago the first line began; null: as it comes. */
  readonly activeDays: number | null
  /** The document seen before, and the class it led to; null for everyone who shows one again. */
  readonly known: { readonly document: KnownPerson['facts']; readonly creditClass: CreditClass } | null
}

/** Makes the person with a number: first those of the stories, then as many as are asked for. */
export type PersonMaker = (index: number) => Person

const oldestBirth = dayNumber('1938-01-01')
const youngestBirth = dayNumber('2005-12-31')

/** Prepares the making of people; names are written in the letters of documents once each, not once a person. */
export function createPersonMaker(data: SeedData, seed: number, hashKey: Uint8Array): PersonMaker {
  const origins = weighted(data.origins.map((origin) => [origin, origin.share] as const))
  const towns = weighted(data.places.towns.map((town) => [town, town[2]] as const))
  const personHash = memoPersonHash(hashKey)
  const mailName = memo((name: string) =>
    transliterate(name)
      .toLowerCase()
      .replace(/[^a-z]+/g, '-'),
  )
  return (index) => {
    const story = data.story[index]
    if (story)
      return {
        ...storyPerson(data, story, personHash, hashKey),
        securityWordHash: wordHash(story, seedId(seed, 'customer', index), hashKey),
      }
    const random = createRandom(seed, index + 1_000_000_000)
    const origin = random.pick(origins)
    const { givenNames, familyName } = nameOf(origin, random)
    const [postalCode, town] = random.pick(towns)
    const birthDate = dateOfDayNumber(oldestBirth + random.below(youngestBirth - oldestBirth))
    return {
      isStory: false,
      givenNames,
      familyName,
      language: origin.language,
      birthDate,
      email: `${mailName(givenNames)}.${mailName(familyName)}.${index}@example.net`,
      street: `${1 + random.below(120)} ${random.pick(data.places.streets)}`,
      postalCode,
      town,
      personHash: personHash(familyName, givenNames, birthDate),
      documentHash: null,
      securityWordHash: null,
      contactNumber: null,
      balanceMinor: null,
      planId: null,
      activeDays: null,
      known: null,
    }
  }
}

function storyPerson(
  data: SeedData,
  story: StoryCustomer,
  personHash: PersonHash,
  hashKey: Uint8Array,
): Omit<Person, 'securityWordHash'> {
  const known = knownPeopleList.find((person) => person.customer === story.key)
  return {
    isStory: true,
    givenNames: story.givenNames,
    familyName: story.familyName,
    language: story.language,
    birthDate: story.birthDate,
    email: `${story.key}@example.net`,
    street: story.street,
    postalCode: story.postalCode,
    town: story.town,
    personHash: personHash(story.familyName, story.givenNames, story.birthDate),
    documentHash: known ? documentHashOf(known, hashKey) : null,
    contactNumber: `${data.market.numbers.prefix}${story.contact}`,
    balanceMinor: story.balanceMinor,
    planId: story.plan,
    activeDays: story.activeDays,
    known:
      story.creditClass === null
        ? null
        : { document: (known ?? knownPeople.classA).facts, creditClass: story.creditClass },
  }
}

function wordHash({ securityWord }: StoryCustomer, customerId: string, hashKey: Uint8Array): string | null {
  const read = readAnswer('securityWord', securityWord, 'EUR')
  return read.ok ? answerHash(customerId, 'securityWord', read.value, (text) => keyedHash(hashKey, text)) : null
}

function nameOf(origin: Origin, random: Random): { readonly givenNames: string; readonly familyName: string } {
  const isWoman = random.percent(51)
  const given = isWoman ? origin.female : origin.male
  const family = isWoman ? (origin.familyFemale ?? origin.family) : origin.family
  const first = random.pick(given)
  const second = random.percent(12) ? random.pick(given) : first
  return { givenNames: second === first ? first : `${first} ${second}`, familyName: random.pick(family) }
}

type PersonHash = (surname: string, givenNames: string, birthDate: string) => string

/** The key of a person ends with the birth date, and what stands before depends on names only. */
function memoPersonHash(hashKey: Uint8Array): PersonHash {
  const namePart = memo((names: string) => {
    const [surname = '', givenNames = ''] = names.split('\n')
    return samePersonKey(surname, givenNames, '')
  })
  // what keyedHash() does, with the key made ready once
  const key = createSecretKey(hashKey)
  const hash = (text: string): string => createHmac('sha256', key).update(text).digest('hex')
  return (surname, givenNames, birthDate) => hash(namePart(`${surname}\n${givenNames}`) + birthDate)
}

const memoAtMost = 50_000

function memo(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>()
  return (text) => {
    const kept = made.get(text)
    if (kept !== undefined) return kept
    const value = make(text)
    if (made.size < memoAtMost) made.set(text, value)
    return value
  }
}

/** Each thing as often as its weight says, to be picked from evenly. */
function weighted<T>(things: readonly (readonly [T, number])[]): readonly T[] {
  return things.flatMap(([thing, weight]) => Array.from({ length: weight }, () => thing))
}
