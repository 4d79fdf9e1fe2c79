import { join, resolve } from 'node:path'

/** The project's root folder. */
export const root = resolve(import.meta.dirname, '../..')

/** A program of node_modules/.bin. */
export function binOf(name: string): string {
  return join(root, 'node_modules/.bin', name)
}
