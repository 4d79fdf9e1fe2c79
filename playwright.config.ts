import { defineConfig } from '@playwright/test'

const host = process.env['LINEDESK_HOST'] === 'web' ? 'web' : 'electron'

/** End-to-end tests; `npm run e2e` and `npm run e2e:web` find the programs and say which host it is. */
export default defineConfig({
  testDir: 'e2e/flows',
  outputDir: `test-results/${host}`,
  // a flow waits as long as it works: two at a time keep two cores busy, three keep each other waiting
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env['LINEDESK_REPORT'] ?? `test-results/${host}.json` }]],
  use: { actionTimeout: 15_000, trace: 'off', screenshot: 'only-on-failure' },
})
