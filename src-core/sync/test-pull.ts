import type { PullLine } from '#shared/contract/wire.ts'
import { pullLineSchema } from '#shared/contract/wire.ts'
import type { CoreRuntime } from '../runtime.ts'
import type { PullRequest } from './pull.ts'
import { pullPage } from './pull.ts'

/** For tests: a page's lines as a desk reads them. */
export async function pulledLines(
  core: CoreRuntime,
  request: PullRequest,
  rowsPerTable?: number,
): Promise<readonly PullLine[]> {
  const page = await pullPage(core, request, rowsPerTable)
  const lines = page.parts.join('').trimEnd().split('\n')
  return lines.map((line) => pullLineSchema.parse(JSON.parse(line)))
}
