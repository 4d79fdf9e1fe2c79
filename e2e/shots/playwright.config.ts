import { defineConfig } from '@playwright/test'

/** `npm run shots`: one walk through every screen. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/shots',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { actionTimeout: 15_000, trace: 'off', screenshot: 'off' },
})
