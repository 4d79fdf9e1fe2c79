import { Modal } from '@mantine/core'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { saveBytes } from '#renderer/ui/save-file.ts'
import type { OutputOf } from '#shared/contract/procedures.ts'
import classes from './dispute.module.css'

/** A picture that was shown for a dispute, as large as the screen has room for. */
export function EvidencePicture({ file, onClose }: EvidencePictureProps) {
  const { t } = useText()
  const name = t('dispute.evidence.title', { name: file.fileName })
  return (
    <Modal
      opened
      size="auto"
      onClose={onClose}
      title={name}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      <div className={classes.dialog}>
        <img className={classes.picture} src={`data:${file.mime};base64,${file.base64}`} alt={name} />
        <div className={classes.buttons}>
          <ActionButton
            label={t('dispute.evidence.save')}
            onClick={() => saveBytes(file.fileName, file.base64, file.mime)}
          />
          <ActionButton label={t('price.working.close')} keys="Esc" autoFocus onClick={onClose} />
        </div>
      </div>
    </Modal>
  )
}

interface EvidencePictureProps {
  readonly file: OutputOf<'dispute.evidenceFile'>
  readonly onClose: () => void
}
