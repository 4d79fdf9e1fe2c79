import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { windowGround } from './window-ground.ts'

it('an empty window has the colours of the page’s work surface, light and dark', () => {
  const tokens = readFileSync(resolve(import.meta.dirname, '../../src-renderer/theme/tokens.css'), 'utf8')
  const surfaces = [...tokens.matchAll(/--work:\s*(#[0-9a-f]{6})/g)].map((match) => match[1])
  expect(surfaces).toEqual([windowGround.light, windowGround.dark])
})
