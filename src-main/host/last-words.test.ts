import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { lastWordsOf, placeOf } from './last-words.ts'

it('keeps where a program ended and not what it said', () => {
  const stderr = new PassThrough()
  const words = lastWordsOf(stderr)
  stderr.emit('data', Buffer.from("TypeError: no line of 'Jana Novakova' +420 601 234 567\n"))
  stderr.emit('data', Buffer.from('    at Jana Novakova, Brno\n    at read (file:///app/out/main/core.js:12:7)\n'))
  stderr.emit('data', Buffer.from('    at node:internal/main:9:1\n'))
  expect(words()).toBe('at read (file:///app/out/main/core.js:12:7)\nat node:internal/main:9:1')
})

it('names a bug by its kind and its place', () => {
  const told = placeOf(new RangeError('Jana Novakova'))
  expect(told).toMatch(/^RangeError at .*last-words\.test\.ts:\d+:\d+/)
  expect(told).not.toContain('Jana')
  expect(placeOf('Jana Novakova')).toBe('unknown')
})
