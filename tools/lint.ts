import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isLintConfigCurrent } from './generate-lint.ts'
import { binOf, root } from './kit/places.ts'

/** Folders and files that are ours; given by name because oxlint without them reads node_modules too. */
const ours = ['src-shared', 'src-main', 'src-renderer', 'src-core', 'e2e', 'bench', 'tools'].filter((folder) =>
  existsSync(`${root}/${folder}`),
)
const configs = ['electron.vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'].filter((file) =>
  existsSync(`${root}/${file}`),
)

/** `npm run lint`: format, rules with types, who may import whom. Exit code 1 when something is found. */
async function lint(): Promise<number> {
  if (!isLintConfigCurrent()) {
    console.log('.oxlintrc.json is not what tools/layers.ts says. Run: npm exec -- node tools/generate-lint.ts')
    return 1
  }
  const [format, rules] = await Promise.all([
    run(binOf('biome'), ['format', ...ours, ...configs]),
    run(binOf('oxlint'), ['--type-aware', '--deny-warnings', ...ours, ...configs]),
  ])
  for (const tool of [format, rules]) if (tool.code !== 0) process.stdout.write(tool.output)
  if (format.code !== 0) console.log('Formatting differs. Run: npm run format')
  const isClean = format.code === 0 && rules.code === 0
  console.log(isClean ? 'lint: clean' : 'lint: problems found')
  return isClean ? 0 : 1
}

function run(command: string, args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (text) => (output += String(text)))
    child.stderr.on('data', (text) => (output += String(text)))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

process.exitCode = await lint()
