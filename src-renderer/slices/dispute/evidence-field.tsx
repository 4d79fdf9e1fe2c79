import { useRef } from 'react'
import { useText } from '#renderer/app/text.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './dispute.module.css'
import type { EvidenceFiles } from './use-evidence-files.ts'

/** Files that go with a dispute: which, a way to add one and to take one out, and why one cannot be taken. */
export function EvidenceField({ files: { files, refusal, add, remove } }: { readonly files: EvidenceFiles }) {
  const { t, number, refusal: sentenceOf } = useText()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div>
      <ul aria-label={t('dispute.evidence')} className={classes.files}>
        {files.map((file) => (
          <li key={file.name + file.size} className={classes.fileRow}>
            <Icon name="paperclip" size={14} />
            <span className={classes.fileName}>{file.name}</span>
            <span className={text.second}>{t('dispute.evidence.size', { size: number(sizeOf(file.size)) })}</span>
            <button
              type="button"
              className={classes.takeOut}
              aria-label={t('dispute.evidence.remove', { name: file.name })}
              onClick={() => {
                remove(file)
                chooser.current?.parentElement?.querySelector('button')?.focus()
              }}
            >
              <Icon name="x" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.adding}>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept="application/pdf,image/png,image/jpeg"
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        <LinkButton label={t('dispute.evidence.add')} icon="paperclip" onClick={() => chooser.current?.click()} />
        <span className={refusal ? classes.refusedFile : text.second} role="status">
          {refusal ? sentenceOf(refusal) : t('dispute.evidence.hint')}
        </span>
      </div>
    </div>
  )
}

/** In megabytes, never 0. */
function sizeOf(bytes: number): number {
  return Math.max(0.1, Math.round(bytes / 104_857.6) / 10)
}
