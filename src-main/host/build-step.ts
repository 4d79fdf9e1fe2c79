import type { LaunchStep } from './embedded-core.ts'

/** How long `npm start` built before this start, for the start page; undefined when nothing was built. */
export function buildStep(): LaunchStep | undefined {
  const tookMs = Number(process.env['LINEDESK_BUILD_MS'])
  return tookMs > 0 ? { step: 'build', state: 'done', done: 1, of: 1, tookMs: Math.round(tookMs) } : undefined
}
