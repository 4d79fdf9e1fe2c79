/** Sentences of the frame: top bar, status line, sign-in, home, palette, To send. */
export const deskText = {} as const
