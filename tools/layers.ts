import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One row of "who may import whom": all that files of a folder may import. What is not named is an error. */
export interface Layer {
  /** Folder from the root, or a glob below it. */
  readonly folder: string
  /** Patterns of what may be imported, beside files of the same folder. */
  readonly mayImport: readonly string[]
  /** Patterns taken back from the ones before. */
  readonly mayNot?: readonly string[]
  /** Whose values may not be imported, while their types may (a regular expression). */
  readonly typesOnly?: string
  /** Whether one step up, `../x/y.ts`, stays inside the layer. */
  readonly isUpAllowed?: boolean
  /** Said with the error. */
  readonly why: string
  /** An import that must be caught, for the test. */
  readonly planted: string
}

/** Slices by rank; each may use values of the ones before it. As: our own file, a list of names. */
const sliceOrder = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../src-shared/domain/order.json'), 'utf8'),
) as readonly string[]
const pureShared = ['#shared/**']
const notNode = ['#shared/node/**']
const node = ['node:*', 'node:*/**']
const sqlite = ['kysely', 'kysely/**', 'better-sqlite3']
const page = [
  'react',
  'react/**',
  'react-dom',
  'react-dom/**',
  '@mantine/**',
  '@tanstack/**',
  '@tabler/**',
  '@fontsource-variable/**',
  'zustand',
  'zustand/**',
  'signature_pad',
]

/** What starts the workstation service in a process of one's own. */
const serviceDoor = [
  '#main/workstation/create-workstation.ts',
  '#main/workstation/workstation.ts',
  '#main/workstation/paper/spawn-paper.ts',
  '#main/workstation/patient-desk.ts',
  '#main/workstation/slices/index.ts',
  '#main/workstation/storage-problem.ts',
  '#main/workstation/sync/spawn-cache-writer.ts',
  '#main/workstation/system.ts',
]

/** How tools and benchmarks come into the programs. */
const doors = [
  ...serviceDoor,
  '#main/host/*.ts',
  '#core/db/open-core-database.ts',
  '#core/db/test-postgres.ts',
  '#core/seed/run-seed.ts',
]

/** What benchmarks need beside: a cache file of their own, read as the service reads it, and days of work in a core. */
const benchDoors = [
  '#core/program/open-core.ts',
  '#core/slices/bill/billing-rules.ts',
  '#core/slices/bill/ensure-accounts.ts',
  '#core/slices/bill/read-bill-documents.ts',
  '#core/slices/bill/run-bills.ts',
  '#core/slices/usage/import-usage.ts',
  '#core/db/unit.ts',
  '#core/seed/random.ts',
  '#core/seed/seed-data.ts',
  '#core/seed/seed-ids.ts',
  '#main/workstation/db/cache-files.ts',
  '#main/workstation/db/open-cache.ts',
  '#main/workstation/desk.ts',
  '#main/workstation/slices/customer/search.ts',
  '#main/workstation/sync/view.ts',
  '#main/workstation/test-desk.ts',
]

/** What tests and their helpers may import beside what their folder may. */
export const testImports = [
  'vitest',
  'fast-check',
  '@testing-library/**',
  ...node,
  'ws',
  '#core/**',
  '#main/**',
  '#renderer/**',
  '#shared/**',
  'electron',
]
export const testFiles = ['**/*.test.ts', '**/*.test.tsx', '**/test-*.ts', '**/test-*.tsx', '**/builders.ts']

/** The table of architecture.md, "Who may import whom", row by row; later rows take precedence. */
export const layers: readonly Layer[] = [
  {
    folder: 'src-shared/kernel',
    mayImport: ['#shared/kernel/**', 'zod'],
    why: 'the kernel imports itself and zod',
    planted: '#shared/domain/staff/roles.ts',
  },
  ...domainLayers(),
  {
    folder: 'src-shared/contract',
    mayImport: ['#shared/kernel/**', '#shared/domain/**', '#shared/contract/**', 'zod'],
    why: 'contract/ imports kernel and domain',
    planted: '#shared/node/crypto.ts',
  },
  {
    folder: 'src-shared/text',
    mayImport: ['#shared/kernel/**', '#shared/domain/**', '#shared/text/**', 'zod'],
    isUpAllowed: true,
    why: 'text/ imports kernel and domain',
    planted: '#shared/contract/desk.ts',
  },
  {
    folder: 'src-shared/node',
    mayImport: [...pureShared, ...node, ...sqlite, 'pdfkit', 'zod'],
    why: 'shared/node imports shared, Node, Kysely, better-sqlite3, pdfkit',
    planted: 'fastify',
  },
  {
    folder: 'src-main/host',
    mayImport: [...pureShared, ...node, '#main/host/**', 'zod'],
    mayNot: notNode,
    why: 'main/host is what both hosts share: shared (not node/) and Node',
    planted: 'electron',
  },
  {
    folder: 'src-main/electron',
    mayImport: [...pureShared, ...node, '#main/host/**', 'electron', 'electron-store'],
    mayNot: notNode,
    why: 'the shell imports shared (not node/), main/host, electron, electron-store; business code stays out of it',
    planted: '#main/workstation/desk.ts',
  },
  {
    folder: 'src-main/preload',
    mayImport: ['electron'],
    why: 'the preload script imports electron only',
    planted: '#shared/kernel/result.ts',
  },
  {
    folder: 'src-main/web',
    mayImport: [...pureShared, ...node, '#main/host/**', ...serviceDoor, 'ws', 'zod'],
    mayNot: notNode,
    why: "the web host imports shared (not node/), main/host, ws and the workstation's door",
    planted: '#main/workstation/desk.ts',
  },
  {
    folder: 'src-main/workstation',
    mayImport: [...pureShared, ...node, ...sqlite, '#main/workstation/**', 'zod'],
    isUpAllowed: true,
    mayNot: ['../electron/**', '../host/**', '../web/**', '../preload/**'],
    why: 'the workstation service imports shared, Node, Kysely, better-sqlite3; never electron or a host',
    planted: 'electron',
  },
  ...sliceLayers('src-main/workstation/slices', '#main/workstation/slices', {
    mayImport: [...pureShared, ...node, '#main/workstation/**', 'zod'],
    isUpAllowed: true,
  }),
  {
    folder: 'src-renderer',
    mayImport: [...pureShared, '#renderer/**', ...page, 'zod'],
    mayNot: notNode,
    isUpAllowed: true,
    why: 'the page imports shared (not node/) and UI libraries; never Node, electron or a database',
    planted: 'node:fs',
  },
  ...sliceLayers('src-renderer/slices', '#renderer/slices', {
    mayImport: [...pureShared, '#renderer/**', ...page, 'zod'],
    mayNot: notNode,
    isUpAllowed: true,
  }),
  {
    folder: 'src-renderer/ui',
    mayImport: [...pureShared, '#renderer/ui/**', '#renderer/theme/**', ...page],
    mayNot: [...notNode, 'zustand', 'zustand/**', '@tanstack/react-query', '#shared/contract/procedures.ts'],
    why: 'ui/ knows no slice, store or bridge',
    planted: '#renderer/bridge/client.ts',
  },
  {
    folder: 'src-core',
    mayImport: [
      ...pureShared,
      '#core/**',
      ...node,
      ...sqlite,
      'fastify',
      'fastify/**',
      '@fastify/**',
      'pg',
      'nodemailer',
      'zod',
    ],
    isUpAllowed: true,
    why: 'the core imports shared, Node, Fastify, Kysely, its drivers; never main or renderer',
    planted: '#main/workstation/desk.ts',
  },
  {
    folder: 'e2e',
    mayImport: [
      '#shared/**',
      '#core/seed/known-people.ts',
      '../../pages/**', // flows stand in a folder for each slice
      '../../world/**',
      ...node,
      '@playwright/test',
      '@axe-core/playwright',
    ],
    isUpAllowed: true,
    why: 'end-to-end tests know the screen, shared rules and the seeded people, no program from inside',
    planted: '#core/db/schema.ts',
  },
  ...['tools', 'bench'].map((folder) => ({
    folder,
    mayImport: ['**'],
    mayNot: [
      '#renderer/**',
      '#main/**',
      '#core/*/**',
      ...[...doors, ...(folder === 'bench' ? benchDoors : [])].map((door) => `!${door}`),
    ],
    isUpAllowed: true,
    why: "tools and benchmarks come in by each program's door",
    planted: '#core/db/schema.ts',
  })),
  {
    folder: 'tools/chaos',
    mayImport: ['**'],
    mayNot: ['#renderer/**'],
    isUpAllowed: true,
    why: 'the fault harness runs service and core in one process and reads their files; it knows no page',
    planted: '#renderer/bridge/client.ts',
  },
]

/** Slices of the domain rank as in order.json: values only of earlier ones, types of any. */
function domainLayers(): Layer[] {
  return sliceOrder.map((slice, rank) => {
    const later = sliceOrder.slice(rank + 1)
    return {
      folder: `src-shared/domain/${slice}`,
      mayImport: [
        '#shared/kernel/**',
        '#shared/domain/**',
        'zod',
        'libphonenumber-js',
        'libphonenumber-js/**',
        'mrz',
        'uqr',
      ],
      ...(later.length > 0 ? { typesOnly: `^#shared/domain/(${later.join('|')})/` } : {}),
      why: `domain/${slice} imports kernel, zod and values of earlier slices only (order.json), types of any`,
      planted: later[0] === undefined ? '#shared/contract/desk.ts' : `#shared/domain/${later[0]}/rows.ts`,
    }
  })
}

/** A slice does not import another slice; what two need stands in `kit/` or in shared/domain. */
function sliceLayers(
  folder: string,
  alias: string,
  base: Pick<Layer, 'mayImport' | 'mayNot' | 'isUpAllowed'>,
): Layer[] {
  const slices = [...sliceOrder, 'desk']
  return slices.map((slice) => ({
    ...base,
    folder: `${folder}/${slice}`,
    mayNot: [
      ...(base.mayNot ?? []),
      `${alias}/*/**`,
      '../*/**',
      `!${alias}/${slice}/**`,
      `!${alias}/kit/**`,
      '!../kit/**',
    ],
    why: `slice ${slice} imports no other slice`,
    planted: `${alias}/${slices.find((other) => other !== slice) ?? 'other'}/planted.ts`,
  }))
}
