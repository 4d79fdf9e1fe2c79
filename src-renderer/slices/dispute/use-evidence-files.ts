import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import type { ErrorOf } from '#shared/contract/procedures.ts'
import { filesAtMost, judgeFile } from '#shared/domain/dispute/evidence-file.ts'
import type { Evidence } from '#shared/domain/dispute/rows.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { cutTo, plainLine } from '#shared/kernel/text-field.ts'

/**
 * Files that are to go with a dispute: judged as they are chosen, by the same rule as at the desk's door, and kept there
 * (`keep`) only when the dispute is filed. One that is taken out again was never kept.
 */
export function useEvidenceFiles(): EvidenceFiles {
  const command = useDeskCommand('dispute.keepFile')
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [refusal, setRefusal] = useState<FileRefused>()
  return {
    files,
    refusal,
    add: async (chosen) => {
      setRefusal(undefined)
      const read: ChosenFile[] = []
      for (const file of chosen) {
        const judged = judgeFile(new Uint8Array(await file.arrayBuffer()))
        if (!judged.ok) return setRefusal(judged.error)
        read.push({ name: cutTo(plainLine(file.name), 120), size: file.size, base64: await base64Of(file) })
      }
      const known = new Set(files.map(({ base64 }) => base64))
      const all = [...files, ...read.filter(({ base64 }) => !known.has(base64))]
      if (all.length > filesAtMost) return setRefusal({ code: 'FILES_TOO_MANY', details: { most: filesAtMost } })
      setFiles(all)
    },
    remove: (file) => {
      setRefusal(undefined)
      setFiles(files.filter((one) => one !== file))
    },
    keep: async () => {
      const kept: Evidence = []
      for (const { name, base64 } of files) {
        const one = await command.run({ base64 })
        if (!one.ok) {
          setRefusal(one.error)
          return refuse('FILE_GONE')
        }
        kept.push({ kind: 'file', reference: one.value.sha256, text: name })
      }
      return ok(kept)
    },
    clear: () => setFiles([]),
  }
}

export interface ChosenFile {
  readonly name: string
  readonly size: number
  readonly base64: string
}

type FileRefused = Refusal<ErrorOf<'dispute.keepFile'> | 'FILES_TOO_MANY'>

export interface EvidenceFiles {
  readonly files: readonly ChosenFile[]
  readonly refusal: FileRefused | undefined
  readonly add: (chosen: readonly File[]) => Promise<void>
  readonly remove: (file: ChosenFile) => void
  /** Keeps them on this desk, as evidence names them. Refused: `refusal` says why. */
  readonly keep: () => Promise<Result<Evidence, Refusal<'FILE_GONE'>>>
  readonly clear: () => void
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => fail(reader.error ?? new Error('a file that cannot be read'))
    reader.readAsDataURL(file)
  })
}
