import { expect, it } from 'vitest'
import type { Child } from './keep-alive.ts'
import { startService } from './service-client.ts'

it('ends after every call that came before, and leaves none without an answer', async () => {
  const sent: unknown[] = []
  let die: (code: number | null, lastWords: string) => void = () => {}
  const child: Child = {
    send: (message) => void sent.push(message),
    onMessage: () => {},
    onExit: (listener) => void (die = listener),
    kill: () => {},
  }
  const service = startService({
    spawn: () => child,
    config: { folder: '/x', keyHex: '', version: '0', resources: '/x' },
    timers: { now: () => 0, after: () => () => undefined },
    onEvent: () => {},
    onDropKeys: () => {},
    onDeath: () => {},
  })
  const before = service.call('interaction.saveDraft', {})
  const stopped = service.stop()
  expect(await service.call('interaction.home', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  die(0, '')
  await stopped
  expect(await before).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  expect(sent.slice(1)).toEqual([{ id: 1, name: 'interaction.saveDraft', input: {} }, { close: true }])
})
