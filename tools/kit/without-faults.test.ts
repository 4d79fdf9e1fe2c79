import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { crashPoints, plants } from '#shared/node/crash-points.ts'
import { binOf, root } from './places.ts'

test('a package holds no crash point, no planted bug and neither of their switches', () => {
  const out = mkdtempSync(join(tmpdir(), 'package-'))
  const env = { ...process.env, NODE_ENV: 'production', LINEDESK_PACKAGE: '1', LINEDESK_OUT: out }
  const built = spawnSync(binOf('electron-vite'), ['build', '--logLevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  expect(built.stderr).toBe('')
  const programs = filesOf(join(out, 'main')).map((file) => readFileSync(file, 'utf8'))
  const forbidden = [
    ...crashPoints,
    ...plants,
    'LINEDESK_CRASH_AT',
    'LINEDESK_STOP_AT',
    'LINEDESK_PLANT',
    'SimulatedCrash',
  ]
  expect(programs.length).toBeGreaterThan(5)
  expect(forbidden.filter((name) => programs.some((text) => text.includes(name)))).toEqual([])
  rmSync(out, { recursive: true })
}, 120_000)

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name))
}
