import { defineDeskHandler } from '#main/workstation/desk.ts'
import { evidenceOf } from '#main/workstation/sale/bill-matters.ts'
import { takenOut } from '#main/workstation/sale/taken-out.ts'
import { judgeFile } from '#shared/domain/dispute/evidence-file.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Keeps a PDF or picture sealed on this desk. What is too large, something else or damaged is refused and not kept. */
export const keepFile = defineDeskHandler('dispute.keepFile', (desk, { base64 }) => {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const judged = judgeFile(bytes)
  return judged.ok ? ok({ sha256: desk.keepBlob(bytes) }) : judged
})

/**
 * A file among the evidence of a dispute, to be looked at or saved, which is on record: this desk's, else the core's.
 * NOT_FOUND for a file that is not of this dispute, FILE_ELSEWHERE where the core cannot be asked, FILE_DAMAGED for bytes
 * that are no PDF or picture.
 */
export const evidenceFile = defineDeskHandler('dispute.evidenceFile', async (desk, { disputeId, sha256 }) => {
  const row = desk.view.get('dispute', disputeId)?.row
  const named = row && evidenceOf(row).find(({ kind, reference }) => kind === 'file' && reference === sha256)
  if (!named) return refuse('NOT_FOUND')
  const bytes = desk.readBlob(sha256) ?? (await desk.fetchBlob(sha256))
  if (!bytes) return refuse('FILE_ELSEWHERE')
  const judged = judgeFile(bytes)
  if (!judged.ok) return refuse('FILE_DAMAGED')
  const { mime, ending } = judged.value
  const fileName = nameWith(named.text, ending)
  const taken = takenOut(desk, { kind: 'evidence', aboutId: `${disputeId}/${sha256}`, fileName }, bytes)
  return taken.ok ? ok({ ...taken.value, mime }) : taken
})

/** A name for a disk: the one it came with, ending as what it is. */
function nameWith(name: string, ending: string): string {
  const bare = name.replace(/\.[^.]*$/, '').replace(/[\\/:*?"<>|]/g, '-')
  return `${bare === '' ? 'evidence' : bare}.${ending}`
}
