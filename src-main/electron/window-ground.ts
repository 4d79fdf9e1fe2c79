/** Colours of an empty window until the page paints: `--work` of theme/tokens.css (a test holds them equal). */
export const windowGround = { light: '#ffffff', dark: '#1e1f22' } as const
