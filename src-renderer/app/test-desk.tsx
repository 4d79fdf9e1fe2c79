import { QueryClientProvider } from '@tanstack/react-query'
import { MantineProvider } from '@mantine/core'
import { configure, render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/procedures.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { AppFrame } from '#renderer/ui/app-frame.tsx'
import { cssVariablesResolver, theme } from '#renderer/theme/theme.ts'
import { followChanges, queryClient } from './queries.ts'
import { useDeskStore } from './desk.store.ts'

type Answer<N extends ProcedureName> = (input: InputOf<N>) => OutputOf<N> | Refusal
export type Answers = { readonly [N in ProcedureName]?: Answer<N> }

/** The other end of the bridge in component tests: what the page called, and a way to tell it that something changed. */
export interface TestDesk {
  readonly calls: readonly (readonly [name: string, input: unknown])[]
  readonly changed: (...topics: readonly string[]) => void
}

/** Renders with answers in place of the desk; the page's own queries, store and text are the real ones. */
export function renderDesk(part: ReactNode, answers: Answers): RenderResult & { readonly desk: TestDesk } {
  queryClient.clear()
  useDeskStore.setState(useDeskStore.getInitialState(), true)
  const calls: [string, unknown][] = []
  bridge.answer = (name, input) => {
    calls.push([name, input])
    // as: the table's keys and functions belong together by its type; a name without an answer is a mistake of the test
    const answer = answers[name as ProcedureName] as ((input: unknown) => unknown) | undefined
    if (answer === undefined) return { ok: false, error: { code: 'UNKNOWN_PROCEDURE' } }
    const value = answer(input)
    return isRefusal(value) ? { ok: false, error: value } : { ok: true, value }
  }
  const stop = followChanges()
  const rendered = render(part, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
          <AppFrame status={null}>{children}</AppFrame>
        </MantineProvider>
      </QueryClientProvider>
    ),
  })
  const unmount = () => {
    stop()
    rendered.unmount()
  }
  return { ...rendered, unmount, desk: { calls, changed: bridge.changed } }
}

// Roles are slow to compute in happy-dom on a busy machine; nothing waits when the answer is there.
configure({ asyncUtilTimeout: 5000 })

const listeners = new Set<(event: { name: string; payload: unknown }) => void>()

// One bridge for the test file: the page's client looks for it once.
const bridge = {
  answer: (_name: string, _input: unknown): unknown => undefined,
  changed: (...topics: readonly string[]) => {
    for (const listener of listeners) listener({ name: 'changed', payload: { topics } })
  },
}

Object.defineProperty(window, 'linedesk', {
  configurable: true,
  value: {
    call: (name: string, input: unknown) => Promise.resolve(structuredClone(bridge.answer(name, input))),
    onEvent: (listener: (event: { name: string; payload: unknown }) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  },
})

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && Object.keys(value).length <= 2
}
