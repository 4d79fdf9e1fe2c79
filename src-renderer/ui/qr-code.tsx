import type { QrPath } from '#shared/domain/number/qr-path.ts'
import classes from './qr-code.module.css'

/** A QR code to be scanned from the screen: dark on light in both themes, as scanners want it. */
export function QrCode({ code: { size, path }, label }: { readonly code: QrPath; readonly label: string }) {
  return (
    <svg className={classes.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
}
