import type { Id } from '#shared/kernel/ids.ts'
import type { CaseRow } from './rows.ts'

/** Who writes in a case: one desk at a time. */
export type Writer = Pick<CaseRow, 'writer_device' | 'writer_name' | 'writer_desk' | 'writer_since'>

/** Whether a desk may write in a case: it is the writer, or nobody is yet. */
export function mayWrite({ writer_device: writer }: Writer, deviceId: Id): boolean {
  return writer === '' || writer === deviceId
}
