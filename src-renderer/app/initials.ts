import { shortName } from '#shared/domain/customer/person-name.ts'

/** A full name as a rail or a tab may show it: "Anna Maria Eriksson" to "A. M. Eriksson". The last word is the family name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return shortName({ given_names: words.slice(0, -1).join(' '), family_name: words.at(-1) ?? '' })
}
