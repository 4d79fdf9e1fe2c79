import { foldText } from '#shared/kernel/fold-text.ts'
import { createRandom } from '#core/seed/random.ts'
import type { BenchCustomer } from './search-people.ts'

/** Texts of one kind, as they stand in the field after each key. */
export interface Kind {
  readonly name: string
  readonly texts: readonly string[]
}

const samples = 150

/** Each kind of query an agent types, made from customers of the market itself. */
export function searchKinds(customers: readonly BenchCustomer[]): readonly Kind[] {
  const random = createRandom(3, 0)
  const some = <T>(list: readonly T[], make: (one: T) => string | null): readonly string[] =>
    Array.from({ length: samples }, () => make(random.pick(list))).filter((text) => text !== null)
  const isCyrillic = ({ customer }: BenchCustomer): boolean => /\p{Script=Cyrillic}/u.test(customer.family_name)
  const latin = customers.filter((one) => !isCyrillic(one))
  const cyrillic = customers.filter(isCyrillic)
  const marked = latin.filter(({ customer: { family_name: name } }) => name.normalize('NFD').length > name.length)
  const lined = customers.filter(({ products }) => products.length > 0)
  const family = (letters: number) => (one: BenchCustomer) => one.customer.family_name.slice(0, letters)
  const numberOf = (one: BenchCustomer): string => one.products[0]?.msisdn ?? ''
  const inner = (figures: number) => (one: BenchCustomer) => {
    const from = 2 + random.below(10 - figures)
    return numberOf(one).slice(1 + from, 1 + from + figures)
  }
  return [
    { name: 'latin1', texts: [...'abcdefghijklmnopqrstuvwxyz'] },
    { name: 'latin2', texts: some(latin, family(2)) },
    { name: 'latin3', texts: some(latin, family(3)) },
    { name: 'latin4', texts: some(latin, family(4)) },
    { name: 'latin5to8', texts: some(latin, (one) => one.customer.family_name.slice(0, 5 + random.below(4))) },
    { name: 'firstName', texts: some(latin, (one) => one.customer.given_names) },
    {
      name: 'twoWords',
      texts: some(
        customers,
        ({ customer: { given_names: given, family_name: name } }) =>
          `${given.split(' ')[0]} ${name.slice(0, 1 + random.below(name.length))}`,
      ),
    },
    {
      name: 'twoBeginnings',
      texts: some(
        customers,
        ({ customer: { given_names: given, family_name: name } }) =>
          `${name.slice(0, 1 + random.below(3))} ${given.slice(0, 1 + random.below(2))}`,
      ),
    },
    { name: 'cyrillic', texts: some(cyrillic, (one) => one.customer.family_name.slice(0, 1 + random.below(6))) },
    { name: 'marksTyped', texts: some(marked, (one) => one.customer.family_name.slice(0, 3 + random.below(5))) },
    {
      name: 'marksLeftOut',
      texts: some(marked, (one) => foldText(one.customer.family_name).slice(0, 3 + random.below(5))),
    },
    { name: 'town', texts: some(customers, (one) => (one.customer.town ?? '').slice(0, 2 + random.below(10))) },
    { name: 'street', texts: some(customers, (one) => (one.customer.street ?? '').slice(0, 5 + random.below(15))) },
    {
      name: 'nameAndTown',
      texts: some(latin, (one) => `${one.customer.family_name} ${(one.customer.town ?? '').slice(0, 4)}`),
    },
    { name: 'nationalStart', texts: some(lined, (one) => `0${numberOf(one).slice(3, 5 + random.below(8))}`) },
    { name: 'e164Start', texts: some(lined, (one) => numberOf(one).slice(0, 4 + random.below(9))) },
    { name: 'inner3', texts: some(lined, inner(3)) },
    { name: 'inner4', texts: some(lined, inner(4)) },
    { name: 'inner5', texts: some(lined, inner(5)) },
    { name: 'inner6to8', texts: some(lined, (one) => inner(6 + random.below(3))(one)) },
    {
      name: 'account',
      texts: some(customers, (one) => one.customer.account_number?.slice(0, 2 + random.below(6)) ?? null),
    },
    { name: 'sim', texts: some(lined, (one) => (one.products[0]?.iccid ?? '').slice(0, 4 + random.below(16))) },
    { name: 'document', texts: some(customers, (one) => one.documentNumber) },
    {
      name: 'figuresOfNobody',
      texts: Array.from({ length: samples }, () => `99${100_000_000 + random.below(800_000_000)}`),
    },
    {
      name: 'mistyped',
      texts: some(customers, (one) => mistyped(one.customer.family_name, random.below)),
    },
    { name: 'lettersOfNobody', texts: Array.from({ length: samples }, () => nobody(random.below)) },
  ]
}

/** A name with one slip of the fingers: a letter other, missing, doubled, or two swapped. */
function mistyped(name: string, below: (limit: number) => number): string | null {
  if (name.length < 6) return null
  const at = 1 + below(name.length - 2)
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)]
  const slips = [`${before}x${after}`, before + after, before + letter + letter + after]
  return slips[below(4)] ?? `${before}${after.charAt(0)}${letter}${after.slice(1)}`
}

function nobody(below: (limit: number) => number): string {
  return Array.from({ length: 4 + below(6) }, () => 'qxzwkjy'.charAt(below(7))).join('')
}
