import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { layers, testFiles, testImports } from './layers.ts'
import type { Layer } from './layers.ts'

export const lintConfigFile = resolve(import.meta.dirname, '../.oxlintrc.json')

/**
 * The configuration of oxlint: rules for all, then one override for each layer. oxlint's later overrides replace
 * earlier `no-restricted-imports`, so each holds its folder's complete list.
 */
export function lintConfig(): string {
  const config = {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'import', 'react', 'vitest', 'unicorn', 'oxc'],
    categories: { correctness: 'error' },
    ignorePatterns: ['out', 'node_modules', 'resources', 'bench/bare'],
    rules: everywhere,
    overrides: [
      { files: ['src-shared/**'], rules: pure },
      { files: ['src-shared/node/**'], rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
      ...layers.map((layer) => overrideOf(layer, [`${layer.folder}/**`], [])),
      ...layers.map((layer) =>
        overrideOf(
          layer,
          testFiles.map((pattern) => `${layer.folder}/${pattern}`),
          testImports,
        ),
      ),
      { files: testFiles, rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
      { files: ['e2e/**'], rules: { 'react/rules-of-hooks': 'off', 'no-empty-pattern': 'off' } }, // Playwright's fixtures
      { files: ['*.config.ts', 'src-renderer/**/*.d.ts'], rules: { 'import/no-default-export': 'off' } },
    ],
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** Whether .oxlintrc.json is what the lists say now. */
export function isLintConfigCurrent(): boolean {
  return readFileSync(lintConfigFile, 'utf8') === lintConfig()
}

const everywhere = {
  'typescript/no-explicit-any': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'typescript/consistent-type-imports': 'error',
  // Rules of `correctness` that find no mistakes here, each with the reason
  'typescript/unbound-method': 'off', // our objects are closures, without `this`
  'typescript/no-base-to-string': 'off', // ws hands over buffers
  'typescript/no-misused-spread': 'off', // code points are what transliteration and digits need
  'typescript/no-redundant-type-constituents': 'off', // closed names beside `string` help the editor
  'typescript/no-useless-default-assignment': 'off', // does not know noUncheckedIndexedAccess
  'typescript/no-meaningless-void-operator': 'off',
  'no-control-regex': 'off', // what people paste is checked for control characters
  'unicorn/no-thenable': 'off', // rule files say `when ... then ...`
  'unicorn/no-useless-spread': 'off', // copies of readonly lists
  'react/refs': 'off', // Mantine's use-merged-ref and callback refs
  'react/jsx-key': 'off', // cells of a row are a tuple, not a list
  'vitest/require-mock-type-parameters': 'off',
  'vitest/no-conditional-expect': 'off', // properties of fast-check
  'vitest/expect-expect': 'off', // fc.assert is an assertion
  'import/no-cycle': 'error',
  'import/no-default-export': 'error',
  'react/rules-of-hooks': 'error',
  'react/exhaustive-deps': 'error',
  'react/no-danger': 'error',
  'vitest/no-disabled-tests': 'error',
  'vitest/no-focused-tests': 'error',
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['../../**'], message: 'cross-folder imports begin with # (package.json, imports)' }] },
  ],
} as const

const noClock = 'src-shared is pure: time comes in as a value'
const noRandom = 'src-shared is pure: random bytes come in as a value'

/** Beyond the compiler's `lib` and `types`: the two impurities of the language itself. */
const pure = {
  'no-restricted-globals': ['error', { name: 'Date', message: noClock }],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: noRandom }],
} as const

function overrideOf(layer: Layer, files: readonly string[], also: readonly string[]): object {
  const up = layer.isUpAllowed ? ['!../**'] : ['!../*.ts', '!../*.tsx']
  const allowed = [...layer.mayImport, ...also].map((pattern) => `!${pattern}`)
  const taken = also.length > 0 ? [] : (layer.mayNot ?? [])
  const group = ['**', '!./**', ...up, '../../**', '../src-*/**', ...allowed, ...taken]
  const types =
    layer.typesOnly && also.length === 0 ? [{ regex: layer.typesOnly, allowTypeImports: true, message: layer.why }] : []
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [...types, { group, message: layer.why }] }] },
  }
}

if (import.meta.main || process.argv[1] === import.meta.filename) writeFileSync(lintConfigFile, lintConfig())
