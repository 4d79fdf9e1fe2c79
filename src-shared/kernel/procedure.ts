import { z } from 'zod'

/** One procedure of the bridge, as data: what goes in, what comes out, how it can be refused. */
export interface Procedure<I, O, Code extends string = string> {
  readonly kind: 'query' | 'command'
  readonly input: z.ZodType<I>
  readonly output: z.ZodType<O>
  readonly errors: readonly Code[]
}

/** Defines a query: changes nothing, may be asked again. */
export function query<I, O, const Code extends string = never>(
  input: z.ZodType<I>,
  output: z.ZodType<O>,
  errors: readonly Code[] = [],
): Procedure<I, O, Code> {
  return { kind: 'query', input, output, errors }
}

/** Defines a command: saves something before it answers. */
export function command<I, O, const Code extends string = never>(
  input: z.ZodType<I>,
  output: z.ZodType<O>,
  errors: readonly Code[] = [],
): Procedure<I, O, Code> {
  return { kind: 'command', input, output, errors }
}

/** No input, no output. */
export const nothing = z.strictObject({})
export const done = z.object({})
