/** Ends a `switch` over a union: the compiler refuses a forgotten case; at run time an unknown one is a bug and throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
