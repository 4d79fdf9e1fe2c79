/** Whether a text can be an e-mail address: one @, something before it, a name with a dot behind it (RFC 5321, the part people use). */
export function isEmail(text: string): boolean {
  return /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$/u.test(text)
}
