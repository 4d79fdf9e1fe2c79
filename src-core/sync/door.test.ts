import { expect, test } from 'vitest'
import { z } from 'zod'
import { bodyHashOf } from '#shared/node/crypto.ts'
import type { Upcast } from './door.ts'
import { bodyBy } from './door.ts'

/** A command whose second version parts a name that its first version had in one. */
const definition = { version: 2, body: z.object({ given: z.string(), family: z.string() }) }
const upcast: Upcast = (body) => {
  const [given = '', family = ''] = z.object({ name: z.string() }).parse(body).name.split(' ')
  return { given, family }
}
const command = (version: number, body: Readonly<Record<string, string>>) => ({
  version,
  body: { ...body },
  bodyHash: bodyHashOf(body),
})

test('fault 28: a body queued before the upgrade is brought to the newest version, and what was signed stays as it was', () => {
  const queued = command(1, { name: 'Anna Eriksson' })
  expect(bodyBy(queued, definition, upcast)).toEqual({ ok: true, value: { given: 'Anna', family: 'Eriksson' } })
  expect(queued.body).toEqual({ name: 'Anna Eriksson' })
  const newest = command(2, { given: 'Anna', family: 'Eriksson' })
  expect(bodyBy(newest, definition, upcast)).toEqual({ ok: true, value: newest.body })
})

test('fault 28: a body of a version this core does not know yet, or that no upcast fits, is refused and names the field', () => {
  expect(bodyBy(command(3, { given: 'Anna', family: 'Eriksson' }), definition, upcast)).toMatchObject({
    error: { code: 'BODY_INVALID', details: { field: 'version' } },
  })
  expect(bodyBy(command(1, { name: 'Anna Eriksson' }), definition, undefined)).toMatchObject({
    error: { code: 'BODY_INVALID', details: { field: 'given' } },
  })
})
