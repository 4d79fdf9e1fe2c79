import { useCallback, useEffect, useRef } from 'react'

/** One and the same function for as long as a component is there, that does what the newest `run` does: for parts that are drawn again only when what they show is another. */
export function useLatest<A extends readonly unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
