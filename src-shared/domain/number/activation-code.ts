/** An eSIM's activation code (GSMA SGP.22, 4.1): where the profile is loaded from, and by which id. */
export interface ActivationCode {
  readonly address: string
  readonly matchingId: string
}

/** Reads `LPA:1$address$matching-id`; undefined for anything else. */
export function readActivationCode(text: string): ActivationCode | undefined {
  const [format, address, matchingId, ...rest] = text.split('$')
  if (format !== 'LPA:1' || !address || !matchingId || rest.length > 0) return undefined
  return { address, matchingId }
}
