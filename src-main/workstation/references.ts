import type { IsoDate } from '#shared/kernel/date.ts'
import type { Meta } from './db/meta.ts'

export interface References {
  /** The next case reference, `YY-` desk number, four figures and more; never given twice. */
  readonly next: (today: IsoDate, deskNumber: number) => string
}

/**
 * Case references of this desk; the count begins anew each year. It goes to disk in the very transaction of the command
 * that carries the reference: one that was never saved was never given.
 */
export function createReferences(meta: Meta): References {
  const take = (year: string): number => {
    const kept = meta.get('reference')
    const number = kept && (kept.year === year || kept.year === '') ? kept.next : 1
    meta.note('reference', { year, next: number + 1 })
    return number
  }
  return {
    next: (today, deskNumber) => {
      const year = today.slice(2, 4)
      return `${year}-${deskNumber}${String(take(year)).padStart(4, '0')}`
    },
  }
}
