import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Msisdn } from './msisdn.ts'

/**
 * The numbers in which a customer's wish occurs, anywhere in the national number (typed with the trunk prefix, from its
 * beginning). First those ending in the wish, then by how easily they are remembered, then by digits. An empty wish keeps
 * all. Anything but figures in the wish is ignored.
 */
export function rankNumbers(numbers: readonly Msisdn[], wish: string): readonly Msisdn[] {
  const wished = wish.replace(/\D/g, '')
  return numbers
    .map((msisdn) => candidateOf(msisdn))
    .filter(({ national, trunk }) => national.includes(wished) || trunk.startsWith(wished))
    .map(({ msisdn, national }) => ({
      msisdn,
      endsWithWish: wished !== '' && national.endsWith(wished) ? 1 : 0,
      beauty: beautyOf(national),
    }))
    .sort((a, b) => b.endsWithWish - a.endsWithWish || b.beauty - a.beauty || (a.msisdn < b.msisdn ? -1 : 1))
    .map(({ msisdn }) => msisdn)
}

/**
 * How easily a national number is remembered, in points: runs of one figure (length squared), a pair or a triple said
 * twice in a row, figures that climb or fall, few different figures. Ours; no standard.
 */
export function beautyOf(national: string): number {
  const runs = national.match(/(\d)\1+/g) ?? []
  const twice = national.match(/(\d\d\d?)\1+/g) ?? []
  const runPoints = runs.reduce((points, run) => points + run.length ** 2, 0)
  const twicePoints = twice.reduce((points, part) => points + 2 * part.length, 0)
  return runPoints + twicePoints + stairPoints(national) + (10 - new Set(national).size)
}

function stairPoints(national: string): number {
  let points = 0
  for (const direction of [1, -1]) {
    let length = 1
    for (let index = 1; index <= national.length; index += 1) {
      const isStep = Number(national[index]) - Number(national[index - 1]) === direction
      if (isStep) length += 1
      else {
        if (length >= 3) points += length * 2
        length = 1
      }
    }
  }
  return points
}

interface Candidate {
  readonly msisdn: Msisdn
  readonly national: string
  /** As dialled at home, with the trunk prefix. */
  readonly trunk: string
}

function candidateOf(msisdn: Msisdn): Candidate {
  const number = parsePhoneNumberFromString(msisdn)
  const national: string = number?.nationalNumber ?? msisdn.replace(/\D/g, '')
  return { msisdn, national, trunk: number?.formatNational().replace(/\D/g, '') ?? national }
}
