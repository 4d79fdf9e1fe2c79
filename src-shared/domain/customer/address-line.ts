/** An address as one line, as people write it; '' of nobody's. */
export function addressLine({ street, postal_code: postalCode, town }: AddressColumns): string {
  return [street ?? '', `${postalCode ?? ''} ${town ?? ''}`.trim()].filter((part) => part !== '').join(', ')
}

interface AddressColumns {
  readonly street: string | null
  readonly postal_code: string | null
  readonly town: string | null
}
