/** The mark: a dot and a line. 22 x 16 in the top bar, larger by `width` on the sign-in screen. */
export function Mark({ label, width = 22 }: { readonly label?: string; readonly width?: number }) {
  const named = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label }
  return (
    <svg
      viewBox="0 0 22 16"
      width={width}
      height={Math.floor((width * 16) / 22)}
      {...named}
      style={{ display: 'block' }}
    >
      <circle cx="4" cy="8" r="3.25" fill="currentColor" />
      <path d="M9.5 8H21" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
    </svg>
  )
}
