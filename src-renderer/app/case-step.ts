import { z } from 'zod'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep, StepFields } from '#shared/domain/interaction/steps.ts'
import { stepFields } from '#shared/domain/interaction/steps.ts'
import type { Details, Refusal } from '#shared/kernel/result.ts'
import { cutTo, plainLine } from '#shared/kernel/text-field.ts'

/** What the panel of a step gets from the case around it. Panels hold no rules: the desk says what is missing or wrong. */
export interface StepPanelProps<S extends SaleStep> {
  readonly view: CaseView
  /** Everything typed in the case, this step's fields among it: what the desk holds under what is being typed. */
  readonly all: StepFields
  readonly fields: StepFields[S]
  /** Shows at once, saves 300 ms after the last change. */
  readonly change: (patch: Partial<StepFields[S]>) => void
  /** Changes what belongs to another step, e.g. a consent. */
  readonly changeStep: <T extends SaleStep>(step: T, patch: Partial<StepFields[T]>) => void
  /** Saves at once, as when a field loses the focus. */
  readonly save: () => void
  /** Saves and finishes the step; a refusal comes back in `refusal`. */
  readonly finish: () => void
  readonly isBusy: boolean
  readonly refusal: Refusal | undefined
  readonly openStep: (step: SaleStep) => void
  readonly isOnline: boolean
}

/** The field of the step that was refused, with the key of the sentence that says why and what fills its gaps. */
export function wrongField(refusal: Refusal | undefined): WrongField | undefined {
  if (refusal?.code !== 'STEP_INCOMPLETE') return undefined
  const { field, reason = 'EMPTY' } = refusal.details ?? {}
  return typeof field === 'string'
    ? { field, sentence: `wrong.${String(reason)}`, details: refusal.details ?? {} }
    : undefined
}

export interface WrongField {
  readonly field: string
  readonly sentence: string
  readonly details: Details
}

/** How many characters a field takes, from the schema its draft is saved under. */
export function limitOf(step: SaleStep, field: string): number | undefined {
  const shape: Readonly<Record<string, z.ZodType>> = stepFields[step].shape
  const schema = shape[field]
  return schema instanceof z.ZodString ? (schema.maxLength ?? undefined) : undefined
}

/** A pasted text as one line: line breaks become spaces, what cannot be seen goes, what is too long is cut off. */
export function cleanLine(text: string, limit = 200): string {
  return cutTo(plainLine(text), limit)
}

/** Whether two steps' fields hold the same, whatever the order of their keys. */
export function sameFields(a: object, b: object): boolean {
  const sorted = (fields: object): string =>
    JSON.stringify(Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1)))
  return sorted(a) === sorted(b)
}
