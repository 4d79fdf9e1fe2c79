import type { SimSecret } from '../db/schema.ts'

/** How far the PUKs of two SIMs that follow each other lie apart. */
const step = 7_654_321

/** PIN and PUK of a seeded customer's SIM, by its number, so that any batch can be made again. */
export function secretOfCustomer(iccid: string): SimSecret {
  const mixed = (Number(iccid.slice(-10, -1)) * step) % 10 ** 8
  const puk = String(mixed).padStart(8, '0')
  return { iccid, pin: puk.slice(-4), puk, activation_code: '' }
}
