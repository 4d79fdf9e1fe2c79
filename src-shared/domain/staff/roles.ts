import { z } from 'zod'

/** Roles of people who use the desk. */
export const roles = ['agent', 'store', 'lead', 'supervisor', 'manager', 'backOffice', 'admin'] as const

export type Role = (typeof roles)[number]

export const roleSchema = z.enum(roles)

/** Everyone who serves customers. */
export const serving = ['agent', 'store', 'lead', 'supervisor', 'manager'] as const

/** Those who decide on a referred identity and repair stuck orders. */
export const backOffice = ['backOffice', 'supervisor', 'manager', 'admin'] as const

/** Those who decide whether what was held back takes effect. */
export const supervising = ['supervisor', 'manager', 'admin'] as const

/** Those who decide about money that others asked for. */
export const deciding = ['lead', 'supervisor', 'manager'] as const

/** Serving people and the back office. */
export const everyone = roles

/** Whether a role stands in a list; a plain helper so that lists stay data. */
export function isOneOf(role: Role, list: readonly Role[]): boolean {
  return list.includes(role)
}
