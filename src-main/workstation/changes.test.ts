import { expect, test } from 'vitest'
import { procedures } from '#shared/contract/procedures.ts'
import { topicsOfLoad } from './changes.ts'

test('after a load the page asks again for everything that comes from the market', () => {
  // of the machine and of who sits at it: no load changes them
  const ofMachine = ['preferences', 'shell', 'staff', 'phone']
  const asked = Object.entries(procedures).flatMap(([name, { kind }]) => (kind === 'query' ? [name.split('.')[0]] : []))
  const told = [...topicsOfLoad(), ...ofMachine]
  expect([...new Set(asked)].filter((topic) => topic !== undefined && !told.includes(topic))).toEqual([])
})
