import type { MirrorRow } from '#shared/contract/mirror.ts'
import { mayWrite } from '#shared/domain/interaction/writer.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Conflict } from './answers.ts'
import { conflict } from './answers.ts'

/**
 * The conflict of a desk that writes in a case another desk has taken over; undefined for its writer. It names who has the
 * case, where and since when: what was entered stands in the refused command, and nothing of it is lost.
 */
export function takenOver(row: MirrorRow<'service_case'>, deviceId: Id): Conflict<'CASE_TAKEN_OVER'> | undefined {
  return mayWrite(row, deviceId) ? undefined : takenBy(row)
}

/** That conflict for a desk that came second with taking over. */
export function takenBy(row: MirrorRow<'service_case'>): Conflict<'CASE_TAKEN_OVER'> {
  const { writer_name: writerName, writer_desk: deskName, writer_since: since } = row
  return conflict('CASE_TAKEN_OVER', { writerName, deskName, since }, [])
}
