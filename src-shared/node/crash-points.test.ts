import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSimulatedCrash, planCrash } from './simulated-crash.ts'

const program = `import { reachedInProcess } from '${join(import.meta.dirname, 'crash-points.ts')}'
  for (const time of [1, 2, 3]) { console.log(time); reachedInProcess('push.chosen'); reachedInProcess('push.answered') }`

function run(at: string) {
  const env = { ...process.env, LINEDESK_CRASH_AT: at }
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], { env, encoding: 'utf8' })
}

test('a process ends like SIGKILL at the time it is told, and not before', () => {
  expect(run('push.answered:2')).toMatchObject({ signal: 'SIGKILL', stdout: '1\n2\n' })
  expect(run('push.chosen')).toMatchObject({ signal: 'SIGKILL', stdout: '1\n' })
  expect(run('pull.heard')).toMatchObject({ signal: null, status: 0, stdout: '1\n2\n3\n' })
})

test('a simulated program dies at its step once, and takes no step after that', () => {
  const deaths: string[] = []
  const { reached, diedAt } = planCrash('push.chosen', 2, (point) => deaths.push(point))
  reached('push.chosen')
  reached('push.answered')
  expect(diedAt()).toBe(undefined)
  expect(() => reached('push.chosen')).toThrow('died at push.chosen')
  try {
    reached('capture.begun')
  } catch (error) {
    expect(isSimulatedCrash(error)).toBe(true)
  }
  expect(deaths).toEqual(['push.chosen'])
  expect(diedAt()).toBe('push.chosen')
})
