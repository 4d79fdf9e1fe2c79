import { z } from 'zod'
import { languageSchema } from '#shared/domain/customer/commands.ts'
import type { SaleStep, StepFields } from '#shared/domain/interaction/steps.ts'
import { emptyFields, saleSteps, stepFields } from '#shared/domain/interaction/steps.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { cutTo, plainLine } from '#shared/kernel/text-field.ts'

type Typed = Readonly<Record<string, Json>>

/**
 * What each step holds: an untouched step, under what was saved with it, under what was typed since. Wrong kinds lose.
 * A case begun for a customer on record is about them until somebody says otherwise. A contract whose language nobody chose is in the customer's: the one on record, else the one told under Reason.
 */
export function mergeFields(
  saved: ReadonlyMap<string, Typed>,
  typed: ReadonlyMap<string, Typed>,
  onRecord: { readonly customerId: string | null; readonly language: string | undefined },
): StepFields {
  const fields = withCustomer(merged(saved, typed), [typed, saved], onRecord.customerId)
  if ([typed, saved].some((some) => some.get('sign')?.['language'] !== undefined)) return fields
  const language = languageSchema.safeParse(onRecord.language).data ?? fields.reason.language
  return { ...fields, sign: { ...fields.sign, language } }
}

function withCustomer(
  fields: StepFields,
  said: readonly ReadonlyMap<string, Typed>[],
  customerId: string | null,
): StepFields {
  const isSaid = said.some((some) => some.get('reason')?.['customerId'] !== undefined)
  return isSaid ? fields : { ...fields, reason: { ...fields.reason, customerId } }
}

function merged(saved: ReadonlyMap<string, Typed>, typed: ReadonlyMap<string, Typed>): StepFields {
  const entries = saleSteps.map((step) => {
    const own = Object.entries(emptyFields[step]).map(([name, empty]): readonly [string, unknown] => {
      const value = [typed.get(step)?.[name], saved.get(step)?.[name]].find(
        (one) => one !== undefined && fits(step, name, one),
      )
      return [name, value ?? empty]
    })
    return [step, Object.fromEntries(own)]
  })
  // every step and every field of it comes from emptyFields, each value parsed by the field's own schema
  return Object.fromEntries(entries) as StepFields
}

/** What can be kept of a step's fields as typed: unknown ones go, a text too long or with control characters is cut. */
export function keepable(step: SaleStep, fields: Typed): Typed {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (!Object.hasOwn(emptyFields[step], name)) return []
      if (fits(step, name, value)) return [[name, value]]
      if (typeof value !== 'string') return []
      const cut = longestFitting(step, name, plainLine(value))
      return cut === undefined ? [] : [[name, cut]]
    }),
  )
}

function fits(step: SaleStep, name: string, value: Json): boolean {
  return schemaOf(step, name)?.safeParse(value).success ?? false
}

/** The longest beginning of a text its field takes; undefined when the field takes no such text at all. */
function longestFitting(step: SaleStep, name: string, text: string): string | undefined {
  const schema = schemaOf(step, name)
  const max = schema instanceof z.ZodString ? schema.maxLength : null
  const cut = max === null ? text : cutTo(text, max)
  return fits(step, name, cut) ? cut : undefined
}

function schemaOf(step: SaleStep, name: string): z.ZodType | undefined {
  // shape's keys are the step's fields; `name` was found among them
  return (stepFields[step].shape as Readonly<Record<string, z.ZodType>>)[name]
}
