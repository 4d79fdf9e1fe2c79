import { keepPreviousData, QueryClient, useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { call, subscribe } from '#renderer/bridge/client.ts'
import type { ErrorOf, InputOf, OutputOf, ProcedureName } from '#shared/contract/procedures.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'

/** What a query of the desk gives: its data, or the refusal to be said as `error.CODE`. */
export interface DeskAnswer<N extends ProcedureName> {
  readonly data: OutputOf<N> | undefined
  readonly refusal: Refusal<ErrorOf<N>> | undefined
  /** No answer yet, the first time. */
  readonly isWaiting: boolean
  /** The data is the answer to a former input (`keeps`); the one for this input is on its way. */
  readonly isFormer: boolean
  readonly ask: () => void
}

/**
 * Data of the desk, asked again whenever the desk says that its topic changed. `isOff` asks nothing; `keeps` shows the
 * former answer until the one for a new input is there (search as one types).
 */
export function useDesk<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
  { isOff = false, keeps = false }: { readonly isOff?: boolean; readonly keeps?: boolean } = {},
): DeskAnswer<N> {
  const asked = useQuery({
    queryKey: [name, input],
    queryFn: () => answerOf(name, input),
    enabled: !isOff,
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
  })
  const answer = asked.data
  return {
    data: answer?.ok === true ? answer.value : undefined,
    refusal: answer?.ok === false ? answer.error : undefined,
    isWaiting: asked.isPending && !isOff,
    isFormer: asked.isPlaceholderData,
    ask: () => void asked.refetch(),
  }
}

/**
 * Several questions of one kind at once, answers in their order; what was refused or is on its way is undefined. `isOnce`
 * asks what nobody has asked yet and then shows what is known: a tab does not make its screen be asked for at each change.
 */
export function useDeskMany<N extends ProcedureName>(
  name: N,
  inputs: readonly InputOf<N>[],
  { isOnce = false }: { readonly isOnce?: boolean } = {},
): readonly (OutputOf<N> | undefined)[] {
  const asked = useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: () => answerOf(name, input),
      enabled: !isOnce || queryClient.getQueryData([name, input]) === undefined,
    })),
  })
  return asked.map(({ data }) => (data?.ok === true ? data.value : undefined))
}

/** Asks the desk once and now, outside of a component's drawing; what it answers is what the screens show too. */
export function askDesk<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
): Promise<Result<OutputOf<N>, Refusal<ErrorOf<N>>>> {
  return queryClient.fetchQuery({ queryKey: [name, input], queryFn: () => answerOf(name, input), staleTime: 0 })
}

/** Asks for what most likely comes in front next, so that it is there at once; what is known already is not asked again. */
export function askAhead<N extends ProcedureName>(name: N, input: InputOf<N>): void {
  void queryClient.prefetchQuery({ queryKey: [name, input], queryFn: () => answerOf(name, input) })
}

/** Has the desk do something, outside of a component's drawing: done each time, never answered from memory. */
export function tellDesk<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
): Promise<Result<OutputOf<N>, Refusal<ErrorOf<N>>>> {
  return answerOf(name, input)
}

/** A command of the desk: `run` gives its Result; `refusal` is the last one, gone when it runs again. */
export interface DeskCommand<N extends ProcedureName> {
  readonly run: (input: InputOf<N>) => Promise<Result<OutputOf<N>, Refusal<ErrorOf<N>>>>
  readonly isBusy: boolean
  readonly refusal: Refusal<ErrorOf<N>> | undefined
  readonly clear: () => void
}

/** Something the desk does. Its own topic is asked again afterwards; others by the desk's `changed`. */
export function useDeskCommand<N extends ProcedureName>(name: N): DeskCommand<N> {
  const mutation = useMutation({
    mutationFn: (input: InputOf<N>) => answerOf(name, input),
    onSuccess: () => void invalidateTopics([topicOf(name)]),
  })
  const answer = mutation.data
  return {
    run: mutation.mutateAsync,
    isBusy: mutation.isPending,
    refusal: answer?.ok === false ? answer.error : undefined,
    clear: mutation.reset,
  }
}

/** One client for the page. Answers stay true until the desk says otherwise, with the cable in or out. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Asks again what the desk says has changed; gives how to stop. */
export function followChanges(): () => void {
  return subscribe('changed', ({ topics }) => void invalidateTopics(topics))
}

/** Marks the answers of topics (first parts of procedure names) as old. */
export function invalidateTopics(topics: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => topics.includes(topicOf(String(queryKey[0]))) })
}

/** Marks every answer as old: after the way to the desk was lost and found. */
export function invalidateAll(): Promise<void> {
  return queryClient.invalidateQueries()
}

/** Forgets what one person was shown, before another sits down. What belongs to the machine stays. */
export function forgetPerson(): void {
  const ofMachine = ['preferences', 'shell', 'staff', 'desk']
  queryClient.removeQueries({ predicate: ({ queryKey }) => !ofMachine.includes(topicOf(String(queryKey[0]))) })
}

function topicOf(name: string): string {
  return name.split('.')[0] ?? name
}

// A bridge that breaks is a refusal like any other: the page says what happened and keeps what was typed.
async function answerOf<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
): Promise<Result<OutputOf<N>, Refusal<ErrorOf<N>>>> {
  try {
    return await call(name, input)
  } catch {
    return refuse('INTERNAL')
  }
}
