import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedLine } from '#shared/kernel/text-field.ts'
import { contactFieldSchema } from './commands.ts'

/** One found customer: what was matched and how well. Document numbers are only ever compared, never shown. */
export const hitSchema = z.object({
  customerId: idSchema,
  name: z.string(),
  town: z.string(),
  number: z.string().nullable(),
  state: z.string(),
  matched: z.enum(['name', 'number', 'account', 'sim', 'document', 'address', 'similar', 'register']),
})
export type Hit = z.infer<typeof hitSchema>

export const searchInput = z.strictObject({ text: typedLine(120), limit: z.int().min(1).max(50) })
export const searchOutput = z.object({ hits: z.array(hitSchema), more: z.boolean() })

/** A customer the desk holds with the same name and birth date, or the same document. */
export const samePersonInput = z.strictObject({
  lines: z.array(z.string().max(60)).max(3),
  exceptCustomerId: idSchema.nullable(),
})
export const samePersonOutput = z.object({ hit: hitSchema.nullable() })

/** A way to reach the customer of a case, as typed; empty takes an e-mail address away. */
export const changeAddressInput = z.strictObject({
  caseId: idSchema,
  street: typedLine(120),
  postalCode: typedLine(12),
  town: typedLine(80),
})

export const changeContactInput = z.strictObject({
  caseId: idSchema,
  field: contactFieldSchema,
  value: typedLine(120),
})
