import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLintConfigCurrent } from './generate-lint.ts'
import { binOf, root } from './kit/places.ts'
import { layers } from './layers.ts'
import type { Layer } from './layers.ts'

/** One planted file each: what it says, and the rule that must find it. */
const rules = [
  ['src-shared/kernel', 'export const now = Date.now()', 'no-restricted-globals'],
  ['src-shared/domain/staff', 'export const dice = Math.random()', 'no-restricted-properties'],
  ['src-core/db', 'export const loose = (value: any) => value', 'no-explicit-any'],
  ['src-main/host', 'export const first = (list: readonly string[]) => list[0]!', 'no-non-null-assertion'],
  ['src-main/web', 'export function go() {\n  later()\n}\nasync function later() {}', 'no-floating-promises'],
  [
    'src-renderer/bridge',
    "export function say(mood: 'good' | 'bad') {\n  switch (mood) {\n    case 'good':\n      return 1\n  }\n  return 0\n}",
    'switch-exhaustiveness-check',
  ],
  [
    'src-core/sync',
    "import { openDatabase } from '../../src-shared/node/open-database.ts'\nexport const open = openDatabase",
    'no-restricted-imports',
  ],
  ['src-main/electron', 'export default 1', 'no-default-export'],
] as const

const plants = [
  ...layers.filter(hasFolder).map((layer, index) => ({
    name: `${layer.folder} importing ${layer.planted}`,
    file: join(layer.folder, `planted-layer-${index}.ts`),
    content: `import * as planted from '${layer.planted}'\nexport const found = planted\n`,
    rule: 'no-restricted-imports',
  })),
  ...rules.map(([folder, content, rule], index) => ({
    name: `${rule} in ${folder}`,
    file: join(folder, `planted-rule-${index}.ts`),
    content: `${content}\n`,
    rule,
  })),
  ...['one', 'two'].map((name, index) => ({
    name: `a cycle, part ${name}`,
    file: `src-main/host/planted-cycle-${index}.ts`,
    content: `import { part${1 - index} } from './planted-cycle-${1 - index}.ts'\nexport const part${index} = () => part${1 - index}\n`,
    rule: 'no-cycle',
  })),
]
let found: readonly { readonly code: string; readonly filename: string }[] = []

beforeAll(() => {
  for (const { file, content } of plants) writeFileSync(join(root, file), content)
  try {
    const files = plants.map((plant) => plant.file)
    execFileSync(binOf('oxlint'), ['--type-aware', '-f', 'json', ...files], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    // as: what execFileSync throws on exit code 1 carries what oxlint printed, the JSON asked for
    found = (JSON.parse(String((error as { stdout: unknown }).stdout)) as { diagnostics: typeof found }).diagnostics
  }
})
afterAll(() => plants.forEach(({ file }) => rmSync(join(root, file), { force: true })))

describe('lint', () => {
  it('is configured as the lists in layers.ts say', () => {
    expect(isLintConfigCurrent()).toBe(true)
  })

  it.each(plants)('catches $name', ({ file, rule }) => {
    const codes = found.filter((diagnostic) => diagnostic.filename === file).map((diagnostic) => diagnostic.code)
    expect(codes.some((code) => code.includes(rule))).toBe(true)
  })
})

/** Slices of order.json stand in every zone sooner or later; a zone without one has nothing to plant in. */
function hasFolder({ folder }: Layer): boolean {
  return existsSync(join(root, folder))
}
