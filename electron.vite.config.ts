import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { withoutFaults } from './tools/kit/without-faults.ts'

/** Where to; `npm start` and `npm test` build beside and put the whole in place at once (tools/kit/build.ts). */
const out = process.env['LINEDESK_OUT'] ?? 'out'
const at = (path: string) => resolve(import.meta.dirname, path)

/** Programs of the main process's folder, each a file of its own in out/main. */
const programs = {
  electron: at('src-main/electron/main.ts'),
  web: at('src-main/web/main.ts'),
  workstation: at('src-main/workstation/main.ts'),
  'cache-writer': at('src-main/workstation/sync/cache-writer-thread.ts'),
  paper: at('src-main/workstation/paper/paper-thread.ts'),
  core: at('src-core/main.ts'),
}

/**
 * Everything is bundled but `electron` and what has a native part: a start reads few files, and a package carries
 * no node_modules but better-sqlite3. Targets are those of the oldest runtime we test on (Electron 33).
 * `#shared/...` and the like are resolved by package.json's `imports`.
 */
export default defineConfig({
  main: {
    plugins: process.env['LINEDESK_PACKAGE'] === '1' ? [withoutFaults()] : [],
    build: {
      outDir: at(`${out}/main`),
      target: 'node20',
      minify: 'oxc',
      externalizeDeps: false,
      rolldownOptions: {
        input: programs,
        external: ['electron', 'better-sqlite3', 'pg-native'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at(`${out}/preload`),
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { bridge: at('src-main/preload/bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload is one CommonJS file
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    build: {
      outDir: at(`${out}/renderer`),
      target: 'chrome130',
      minify: 'oxc',
      cssMinify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('src-renderer/index.html') },
    },
  },
})
