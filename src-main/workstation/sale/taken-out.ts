import type { Desk } from '#main/workstation/desk.ts'
import type { ExportKind } from '#shared/domain/interaction/export-commands.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'

type Captured = ReturnType<Desk['capture']>
type Refused = Extract<Captured, { readonly ok: false }>

/** A PDF as the page saves it. It is on record before it leaves the desk; refused where it can not be. */
export function takenOut(
  desk: Pick<Desk, 'capture'>,
  of: { readonly kind: ExportKind; readonly aboutId: string; readonly fileName: string },
  { buffer, byteOffset, byteLength }: Uint8Array,
): Result<{ readonly fileName: string; readonly base64: string }, Refused['error']> {
  const { kind, aboutId, fileName } = of
  const recorded = desk.capture({ type: 'interaction.recordExport', body: { kind, aboutId } })
  if (!recorded.ok) return recorded
  return ok({ fileName, base64: Buffer.from(buffer, byteOffset, byteLength).toString('base64') })
}
