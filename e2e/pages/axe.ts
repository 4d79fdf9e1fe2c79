import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/** WCAG 2.2 A and AA, and axe's own good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const
/** Rules that look at colours. */
const ofColour = ['color-contrast', 'link-in-text-block'] as const

const require = createRequire(import.meta.url)
const source = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface Found {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly string[] }[]
}

/** What of a page is serious or worse, all rules or those of colour alone. The program is put into the page once. */
export async function seriousOf(page: Page, rules: 'all' | 'colour'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const only = rules === 'all' ? { type: 'tag', values: [...tags] } : { type: 'rule', values: [...ofColour] }
  const violations = await page.evaluate(async (runOnly) => {
    // as: axe's own global, as its documentation has it
    const { axe } = window as unknown as {
      readonly axe: { readonly run: (root: Document, options: object) => Promise<{ readonly violations: unknown }> }
    }
    const { violations: found } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return found as readonly Found[] // as: see above
  }, only)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}
