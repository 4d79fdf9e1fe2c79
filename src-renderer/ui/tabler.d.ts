/** Tabler ships one type file for the whole set; we import single icons so that nothing else is parsed or bundled. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Icon } from '@tabler/icons-react'
  const icon: Icon
  export default icon
}
