/** One protection that is switched off, and the rules that are to notice. */
export interface Switch {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** A file of tests and, behind blanks, rules in it. */
  readonly tests: readonly string[]
}

/** All protections that `npm run test:net` switches off. */
export const switches: readonly Switch[]
