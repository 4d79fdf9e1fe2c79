import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import SignaturePadLibrary from 'signature_pad'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { SignaturePaper } from '#renderer/ui/paper.tsx'
import classes from './sign.module.css'
import { longestSignature, signatureBox, strokePath } from './signature-path.ts'

/** Where the customer signs, with a pen or the mouse. Each stroke is kept as it ends, as lines and not as a picture. */
export function SignaturePad({ value, acceptance, name, onChange }: SignaturePadProps) {
  const { t } = useText()
  const [isTooMuch, setTooMuch] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef({ value, acceptance, onChange })
  useEffect(() => {
    latest.current = { value, acceptance, onChange }
  })
  useEffect(() => {
    // a page without a drawing surface (tests) has nothing to listen to
    if (!canvas.current?.getContext('2d')) return undefined
    return listen(canvas.current, (stroke, kind) => {
      const { value: former, onChange: tell } = latest.current
      if (former.length + stroke.length > longestSignature) setTooMuch(true)
      else tell({ signature: former + stroke, acceptance: kind })
    })
  }, [])
  const clear = (): void => {
    setTooMuch(false)
    onChange({ signature: '', acceptance })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') clear()
  }
  const hint = acceptance === 'mouse' ? t('sign.hereMouse') : t('sign.here')
  return (
    <div onKeyDown={onKey}>
      <SignaturePaper label={t('sign.pad')} name={value === '' ? hint : name}>
        <SignatureDrawing path={value} label={t('sign.signature')} className={classes.drawing} />
        <canvas ref={canvas} className={classes.canvas} aria-label={hint} />
      </SignaturePaper>
      <div className={classes.padTools}>
        <ActionButton small icon="eraser" label={t('sign.clear')} keys="Del" onClick={clear} />
        <ActionButton
          small
          label={t('sign.mouse')}
          pressed={acceptance === 'mouse'}
          onClick={() => onChange({ signature: value, acceptance: acceptance === 'mouse' ? 'pad' : 'mouse' })}
        />
        <span className={classes.padSays} role="status">
          {isTooMuch ? t('sign.tooMuch') : value === '' ? '' : t('sign.signed')}
        </span>
      </div>
    </div>
  )
}

export interface SignaturePadProps {
  readonly value: string
  readonly acceptance: 'pad' | 'mouse'
  readonly name: string
  readonly onChange: (change: { readonly signature: string; readonly acceptance: 'pad' | 'mouse' }) => void
}

/** A kept signature, drawn from its lines. */
export function SignatureDrawing({
  path,
  label,
  className,
}: {
  readonly path: string
  readonly label: string
  readonly className?: string | undefined
}) {
  if (path === '') return <span className={className} />
  return (
    <svg
      viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
      className={className}
      role="img"
      aria-label={label}
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        vectorEffect="non-scaling-stroke"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** The stroke being drawn lives on the canvas; once it ends it is handed on as a path and the canvas is empty again. */
function listen(canvas: HTMLCanvasElement, onStroke: (path: string, kind: 'pad' | 'mouse') => void): () => void {
  const pad = new SignaturePadLibrary(canvas, { minWidth: 1.4, maxWidth: 2, penColor: getComputedStyle(canvas).color })
  let kind: 'pad' | 'mouse' = 'pad'
  const fit = (): void => {
    const density = window.devicePixelRatio
    canvas.width = canvas.offsetWidth * density
    canvas.height = canvas.offsetHeight * density
    canvas.getContext('2d')?.scale(density, density)
    pad.clear()
  }
  const notice = (event: PointerEvent): void => {
    kind = event.pointerType === 'mouse' ? 'mouse' : 'pad'
  }
  const end = (): void => {
    const size = { width: canvas.offsetWidth, height: canvas.offsetHeight }
    const stroke = pad
      .toData()
      .map((group) => strokePath(group.points, size))
      .join('')
    pad.clear()
    if (stroke !== '') onStroke(stroke, kind)
  }
  const resized = new ResizeObserver(fit)
  fit()
  resized.observe(canvas)
  canvas.addEventListener('pointerdown', notice, { capture: true })
  pad.addEventListener('endStroke', end)
  return () => {
    resized.disconnect()
    canvas.removeEventListener('pointerdown', notice, { capture: true })
    pad.off()
  }
}
