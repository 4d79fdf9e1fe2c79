import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { settingsFrom } from './arguments.ts'

// real processes, each compiled from TypeScript as it starts: slow on a machine that is busy with other tests
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'linedesk-core-main-'))
const program = join(import.meta.dirname, '..', 'main.ts')
const key = 'ab'.repeat(32)
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly messages: readonly {
    readonly type: string
    readonly port?: number
    readonly code?: string
    readonly of?: number
  }[]
  readonly stderr: () => string
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
  /** Resolves with the port once the core listens; rejects when it ends before. */
  readonly listening: Promise<number>
  readonly child: ChildProcess
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = { LINEDESK_CORE_KEY: key }): Run {
  const child = fork(program, [...args], { silent: true, env: { PATH: process.env['PATH'], ...env } })
  children.push(child)
  const messages: { type: string; port?: number; code?: string; of?: number }[] = []
  let stderr = ''
  child.stdout?.resume()
  child.stderr?.on('data', (bytes: Buffer) => {
    stderr += bytes.toString('utf8')
  })
  // not `close`: Node never gives it to a starter that has disconnected
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const written = new Promise((resolve) => child.stderr?.once('end', resolve))
  const ended = Promise.all([exited, written]).then(([code]) => code)
  const listening = new Promise<number>((resolve, reject) => {
    child.on('message', (message) => {
      // the program's own messages, checked by what the tests expect of them
      const told = message as { type: string; port?: number }
      messages.push(told)
      if (told.type === 'listening') resolve(told.port ?? 0)
    })
    void ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`)))
  })
  listening.catch(() => undefined)
  return { messages, stderr: () => stderr, ended, listening, child }
}

const database = (name: string): string => `sqlite:${join(folder, name)}`

test('an embedded core seeds an empty file, tells its progress and its port, and signs the demonstration’s people in', async () => {
  const demo = { LINEDESK_CORE_KEY: key, LINEDESK_DEMO_PASSWORD: 'made for this test' }
  const args = ['--db', database('demo.db'), '--port', '0', '--demo', '--customers', '300', '--clock', 'manual']
  const run = start(args, demo)
  const address = `http://127.0.0.1:${await run.listening}`
  expect(run.messages.at(-2)).toEqual({ type: 'progress', done: 300, of: 300 })
  expect(run.messages.at(-1)).toMatchObject({ type: 'listening' })
  const before = await (await fetch(`${address}/health`)).json()
  expect(before).toMatchObject({ ok: true })
  const device = { id: '01890000-0000-7000-8000-000000000001', name: 'Desk', publicKey: 'not used here' }
  const session = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Luc', password: demo.LINEDESK_DEMO_PASSWORD, device }),
  })
  expect(await session.json()).toMatchObject({ name: 'Luc', role: 'store', deskNumber: 1 })
  const moved = await fetch(`${address}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: 60_000 }),
  })
  expect(moved.status).toBe(200)
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(run.stderr()).not.toMatch(/Luc|made for this test/)

  const again = start(args, { ...demo, LINEDESK_DEMO_PASSWORD: 'another one' })
  const nextAddress = `http://127.0.0.1:${await again.listening}`
  expect(again.messages.map((message) => message.type)).toEqual(['listening'])
  const renewed = await fetch(`${nextAddress}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Luc', password: 'another one', device }),
  })
  expect(renewed.status).toBe(200)
})

test('a core whose starter is gone ends by itself', async () => {
  const run = start(['--db', database('orphan.db'), '--port', '0'])
  await run.listening
  run.child.disconnect()
  expect(await run.ended).toBe(0)
})

test('a taken port, a wrong key, a missing folder and a file of another kind each are one sentence and exit code 2', async () => {
  const made = start(['--db', database('mine.db'), '--port', '0'])
  await made.listening
  made.child.kill('SIGTERM')
  await made.ended
  writeFileSync(join(folder, 'junk.db'), 'nothing of a database '.repeat(400))
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const held = holder.address()
  const port = typeof held === 'object' && held ? String(held.port) : ''
  const cases = [
    [start(['--db', database('mine.db'), '--port', port]), 'PORT_TAKEN', `Port ${port} is taken`],
    [start(['--db', database('mine.db')], { LINEDESK_CORE_KEY: 'cd'.repeat(32) }), 'KEY_LOST', 'The key does not open'],
    [start(['--db', database('junk.db')]), 'KEY_LOST', 'or the file is damaged'],
    [start(['--db', database('no/such/folder.db')]), 'FOLDER_READ_ONLY', 'may not write to'],
    [
      start(['--db', 'postgres://someone:secret@127.0.0.1:1/x']),
      'STORAGE_FAILED',
      'postgres://127.0.0.1:1/x does not answer',
    ],
  ] as const
  for (const [run, code, sentence] of cases) {
    expect([code, await run.ended]).toEqual([code, 2])
    expect(run.messages).toMatchObject([{ type: 'problem', code }])
    expect(run.stderr()).toContain(sentence)
    expect(run.stderr().trimEnd().split('\n').length).toBe(1)
    expect(run.stderr()).not.toMatch(/secret|at .*\.ts:/)
  }
  holder.close()
})

test('what the command line does not know is named', () => {
  const named = (args: readonly string[], env = {}): unknown => {
    try {
      return settingsFrom(args, env)
    } catch (error) {
      return error instanceof Error && 'params' in error ? error.params : error
    }
  }
  expect(named(['--frobnicate'])).toEqual({ argument: '--frobnicate' })
  expect(named(['--port', '70000'])).toEqual({ argument: '--port 70000' })
  expect(named(['--db', 'mysql://x'])).toEqual({ argument: '--db mysql://x' })
  expect(named(['plant'])).toEqual({ argument: 'plant' })
  expect(named(['seed', '--customers', '1000001'])).toEqual({ argument: '--customers 1000001' })
  expect(named([], { LINEDESK_CORE_KEY: 'short' })).toEqual({ argument: 'LINEDESK_CORE_KEY' })
  expect(named(['seed', '--customers', '50', '--seed', '7'])).toMatchObject({ task: 'seed', customers: 50, seed: 7 })
})
