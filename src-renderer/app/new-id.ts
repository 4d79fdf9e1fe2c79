import { useState } from 'react'
import type { Id } from '#shared/kernel/ids.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'

/** An id for what a form makes, the same as long as the form is open: sent twice, it is made once. */
export function useNewId(): Id {
  const [id] = useState(() => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
  return id
}
