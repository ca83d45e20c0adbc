/** Ends a switch over a union: the compiler proves that it cannot be reached, the throw tells if types lied. */
export function never(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`)
}
