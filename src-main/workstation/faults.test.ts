import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '#shared/node/open-database.ts'
import { testBench } from './test-bench.ts'
import { cacheFile } from './db/cache-files.ts'
import { temporaryFolder, testKey } from './test-desk.ts'
import type { TestWorkstation } from './test-workstation.ts'

/** Every case: a real desk and a real core, and a line between them that misbehaves. */
const bench = testBench()
let desk: TestWorkstation

type Line = (request: { path: string; body: string; send: () => Promise<Response> }) => Promise<Response> | undefined

let line: Line = () => undefined
const badFetch: typeof fetch = (address, init) => {
  const path = new URL(String(address)).pathname
  return line({ path, body: String(init?.body ?? ''), send: () => fetch(address, init) }) ?? fetch(address, init)
}

async function start(folder = bench.folder()): Promise<TestWorkstation> {
  line = () => undefined
  const started = bench.openDesk(folder, { fetch: badFetch })
  bench.connect(started)
  desk = started
  await desk.until(
    () => desk.ask('desk.startup', {}),
    (seen) => seen.isReady,
  )
  await desk.signIn('store')
  await desk.until(status, (seen) => seen.isOnline)
  return started
}
const status = () => desk.ask('desk.status', {})
const allSent = () => desk.until(status, (seen) => seen.isOnline && seen.toSend === 0)
const begin = async () => (await desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })).caseId
const isPush = (path: string) => path === '/sync/v1/push'

/** Misbehaves a number of times, then is as it should be; tells how often it was asked. */
function times(
  count: number,
  matches: (path: string) => boolean,
  answer: (send: () => Promise<Response>) => Promise<Response>,
) {
  const seen = { asked: 0 }
  line = ({ path, send }) => {
    if (!matches(path) || seen.asked >= count) return undefined
    seen.asked += 1
    return answer(send)
  }
  return seen
}
const answers =
  (status_: number, body: string, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(new Response(body, { status: status_, headers }))
const refusal = (code: string) => JSON.stringify({ code, message: 'x' })

describe('push', () => {
  test('fault 7: an answer lost after the commit: sent again, decided once, seen once', async () => {
    await start()
    const seen = times(1, isPush, async (send) => {
      await send()
      throw new TypeError('connection reset')
    })
    const caseId = await begin()
    await allSent()
    expect(seen.asked).toBe(1)
    const view = await desk.ask('interaction.caseView', { caseId })
    expect(view.contacts).toHaveLength(1)
    expect(view.confirmed).toEqual({ done: 1, of: 1 })
  })

  test.each([
    ['fault 12: a captive portal answers with a page of its own', answers(200, '<html>Welcome to the hotel</html>')],
    ['fault 12: a portal redirects', () => Promise.reject(new TypeError('unexpected redirect'))],
    ['fault 11: the answer is cut off', answers(200, '{"epoch":"x","resu')],
    ['fault 11: the answer is of another kind', answers(200, '{"epoch":"x","results":[{"id":1}]}')],
    ['fault 11: an answer that names none of the commands', answers(200, '{"epoch":"x","results":[]}')],
    ['fault 12: a proxy is out of order', answers(502, 'Bad gateway')],
    ['fault 13: 429, the core has too much to do', answers(429, refusal('OVERLOADED'), { 'retry-after': '1' })],
    ['fault 13: 503, the core cannot store now', answers(503, refusal('UNAVAILABLE'))],
    ['fault 13: 401, nobody is signed in', answers(401, refusal('NOT_SIGNED_IN'))],
  ])('%s: nothing is lost, and it is sent as soon as the line is right', async (_name, answer) => {
    await start()
    const seen = times(2, isPush, answer)
    await begin()
    await desk.until(
      () => seen.asked,
      (asked) => asked > 0,
    )
    expect((await status()).toSend).toBe(1)
    await allSent()
  })

  test('fault 12: a portal before everything: the desk says offline and keeps on saving', async () => {
    await start()
    times(1_000, () => true, answers(200, '<html>Welcome</html>'))
    await begin()
    await desk.until(status, (seen) => !seen.isOnline)
    expect((await status()).toSend).toBe(1)
    line = () => undefined
    await allSent()
  })

  test('fault 26: a sign-in that has ended renews itself for a tile, and the session stays', async () => {
    await start()
    times(1, isPush, answers(401, refusal('NOT_SIGNED_IN')))
    await begin()
    await allSent()
    expect((await desk.ask('staff.session', {})).session?.role).toBe('store')
  })

  test('fault 26: a sign-in by name that has ended asks the person again, and holds back nothing that others may send', async () => {
    await start()
    await desk.ask('staff.signIn', { name: 'Luc', password: bench.core().demoPassword })
    times(1, isPush, answers(401, refusal('NOT_SIGNED_IN')))
    await begin()
    await desk.until(
      () => desk.ask('staff.session', {}),
      (seen) => seen.session === null,
    )
    await allSent()
  })

  test('fault 30: one command too large for the core is set aside, the others go', async () => {
    await start()
    await desk.ask('desk.setCable', { isPulled: true })
    const poisoned = await begin()
    for (let count = 0; count < 4; count += 1) await begin()
    line = ({ path, body }) =>
      isPush(path) && body.includes(poisoned) ? answers(413, refusal('TOO_LARGE'))() : undefined
    await desk.ask('desk.setCable', { isPulled: false })
    await desk.until(status, (seen) => seen.toSend === 1)
    const { lines } = await desk.ask('desk.toSend', {})
    expect(lines.flatMap((one) => one.items).filter((item) => item.state === 'quarantined')).toHaveLength(1)
  })
})

describe('pull', () => {
  const isPull = (path: string) => path === '/sync/v1/pull'
  const changed = (change: (text: string) => string) => async (send: () => Promise<Response>) =>
    new Response(change(await (await send()).text()))

  function inMirror(caseId: string): number {
    const cache = openDatabase(cacheFile(bench.folder(), 1), { key: testKey, readonly: true })
    try {
      return cache.prepare('select 1 from service_case where id = ?').all(caseId).length
    } finally {
      cache.close()
    }
  }

  test.each([
    ['cut off before its end line', (text: string) => text.slice(0, text.lastIndexOf('{"end"'))],
    ['cut off in the middle of a line', (text: string) => text.slice(0, text.length / 2)],
    ['with a row of the wrong kinds', (text: string) => text.replace(/"rows":\[\[[^,]*/, '"rows":[[null')],
    ['with a row of the wrong length', (text: string) => text.replace(/"rows":\[\[[^,]*,/, '"rows":[[')],
    ['of somebody else', () => '<html>Welcome</html>'],
  ])('a page %s leaves cursor and rows as they were, and the next one brings all', async (_name, change) => {
    await start()
    const seen = times(2, isPull, changed(change))
    const caseId = await begin()
    await desk.until(
      () => ({ asked: seen.asked, rows: inMirror(caseId) }),
      ({ asked, rows }) => asked === 2 && rows === 1,
    )
  })

  test('a first load that breaks off goes on where it was', async () => {
    let pulls = 0
    line = ({ path, send }) => {
      if (!isPull(path)) return undefined
      pulls += 1
      return pulls % 2 === 1 ? changed((text) => text.slice(0, text.length * 0.7))(send) : undefined
    }
    const started = bench.openDesk(bench.folder(), { fetch: badFetch })
    desk = started
    bench.connect(started)
    await desk.until(
      () => desk.ask('desk.startup', {}),
      (seen) => seen.isReady,
    )
    await desk.signIn('store')
    expect((await desk.ask('interaction.home', {})).customers).toBeGreaterThanOrEqual(40)
    expect(pulls).toBeGreaterThan(1)
  })

  test('fault 29: rows and tables of a newer core are left out, the rest is kept', async () => {
    await start()
    const stranger = '{"table":"hologram","columns":["id"],"rows":[["x"]]}\n'
    const seen = times(
      1,
      isPull,
      changed(
        (text) =>
          stranger +
          text
            .replaceAll('"columns":["id",', '"columns":["colour","id",')
            .replaceAll('[["', '[["red","')
            .replaceAll('],["', '],["red","'),
      ),
    )
    const caseId = await begin()
    await desk.until(
      () => ({ asked: seen.asked, rows: inMirror(caseId) }),
      ({ asked, rows }) => asked === 1 && rows === 1,
    )
  })

  test('fault 33: a restored core: everything is loaded anew and sent again, and nothing is doubled', async () => {
    await start()
    const caseId = await begin()
    await allSent()
    times(1, isPull, answers(409, JSON.stringify({ code: 'EPOCH_CHANGED', message: 'x', details: { epoch: 'other' } })))
    const other = await begin()
    await allSent()
    await desk.until(
      () => desk.ask('interaction.caseView', { caseId: other }),
      (view) => view.marks.case.state === 'confirmed',
    )
    expect((await desk.ask('interaction.caseView', { caseId })).contacts).toHaveLength(1)
  })

  test('fault 34: a cursor older than the tombstones loads anew into the next file, and work goes on meanwhile', async () => {
    await start()
    times(1, isPull, answers(410, refusal('CURSOR_TOO_OLD')))
    const caseId = await begin()
    await desk.until(
      () => existsSync(cacheFile(bench.folder(), 1)),
      (isThere) => !isThere,
    )
    await desk.until(
      () => desk.ask('interaction.caseView', { caseId }),
      (view) => view.marks.case.state === 'confirmed' && view.contacts.length === 1,
    )
    expect((await status()).toSend).toBe(0)
  })

  test('a mirror that is not as the core has it is told by its tables, and loaded anew', async () => {
    await start()
    expect(await desk.ask('desk.compareMirror', {})).toEqual({ tables: [] })
    const cache = openDatabase(cacheFile(bench.folder(), 1), { key: testKey })
    cache.exec(`update customer set town = 'Elsewhere' where rowid = 3; delete from contact where rowid = 2`)
    cache.close()
    expect(await desk.ask('desk.compareMirror', {})).toEqual({ tables: ['customer', 'contact'] })
    await desk.until(
      () => existsSync(cacheFile(bench.folder(), 1)),
      (isThere) => !isThere,
    )
    expect(await desk.ask('desk.compareMirror', {})).toEqual({ tables: [] })
  })
})

describe('two desks', () => {
  test('fault 32: on one number at once: the second is told who has it, and nothing of it was done', async () => {
    const first = await start()
    const secondPlace = temporaryFolder()
    const second = await start(secondPlace.folder)
    const { numbers } = await first.ask('number.freeNumbers', { wish: '', limit: 5 })
    const msisdn = numbers[0] ?? ''
    await second.ask('desk.setCable', { isPulled: true })
    const cases: string[] = []
    for (const one of [first, second]) {
      desk = one
      const caseId = await begin()
      cases.push(caseId)
      await one.ask('number.holdNumber', { caseId, msisdn })
    }
    desk = first
    await allSent()
    desk = second
    await second.ask('desk.setCable', { isPulled: false })
    await allSent()
    const { items } = await second.ask('desk.needsYou', {})
    expect(items).toMatchObject([{ code: 'NUMBER_TAKEN' }])
    expect(items[0]?.choices.length).toBeGreaterThan(0)
    expect(await status()).toMatchObject({ needsYou: 1, toSend: 0 })
    const held = await first.ask('interaction.caseView', { caseId: cases[0] ?? '' })
    expect(held.marks.number.state).toBe('confirmed')
    await second.close()
    bench.desks.pop()
    secondPlace.remove()
  })
})
