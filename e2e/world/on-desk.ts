import type { Page } from '@playwright/test'
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'

/** What a desk's service answers to a question its page could ask, by the bridge of the page. */
export async function askOnDesk<N extends ServiceProcedureName>(
  page: Page,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const asked = { name: String(name), input: input as unknown }
  const answer = await page.evaluate<unknown, typeof asked>(async (question) => {
    // as: the preload's bridge, as src-main/preload has it
    const { linedesk } = window as unknown as {
      readonly linedesk: { readonly call: (name: string, input: unknown) => Promise<{ readonly value: unknown }> }
    }
    return (await linedesk.call(question.name, question.input)).value
  }, asked)
  return answer as OutputOf<N> // as: the service parses what it answers
}
