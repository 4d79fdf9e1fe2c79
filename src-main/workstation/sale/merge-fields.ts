import type { SaleStep, StepFields } from '#shared/domain/interaction/steps.ts'
import { emptyFields, saleSteps, stepFields } from '#shared/domain/interaction/steps.ts'
import type { Json } from '#shared/kernel/canonical.ts'

type Typed = Readonly<Record<string, Json>>

/** What each step holds: an untouched step, under what was saved with it, under what was typed since. Wrong kinds lose. */
export function mergeFields(saved: ReadonlyMap<string, Typed>, typed: ReadonlyMap<string, Typed>): StepFields {
  const entries = saleSteps.map((step) => {
    const merged = Object.entries(emptyFields[step]).map(([name, empty]): readonly [string, unknown] => {
      const value = [typed.get(step)?.[name], saved.get(step)?.[name]].find(
        (one) => one !== undefined && fits(step, name, one),
      )
      return [name, value ?? empty]
    })
    return [step, Object.fromEntries(merged)]
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
      const cut = longestFitting(step, name, value.replace(/[\u0000-\u001f\u007f]+/g, ' '))
      return cut === undefined ? [] : [[name, cut]]
    }),
  )
}

function fits(step: SaleStep, name: string, value: Json): boolean {
  // shape's keys are the step's fields; `name` was found among them
  const schema = (
    stepFields[step].shape as Readonly<
      Record<string, { readonly safeParse: (value: unknown) => { readonly success: boolean } }>
    >
  )[name]
  return schema !== undefined && schema.safeParse(value).success
}

/** The longest beginning of a text its field takes; undefined when the field takes no text at all. */
function longestFitting(step: SaleStep, name: string, text: string): string | undefined {
  if (!fits(step, name, '')) return undefined
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(step, name, text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return text.slice(0, low)
}
