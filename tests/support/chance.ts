import fc from 'fast-check'

/**
 * `npm test` tries the same cases for every change, so that red means the change; the long runs (`npm run test:long`, or `NEW_CASES=1`)
 * try new ones each time, and print the seed with which a failure comes again.
 */
const triesNewCases = process.env.NEW_CASES !== undefined

/** A seed: the one of this environment variable, else a new one in long runs and the usual one in all others. */
export function seedOf(variable: string): number {
  const given = process.env[variable]
  if (given !== undefined) return Number(given)
  return triesNewCases ? Math.floor(Math.random() * 2 ** 31) : 2002
}

/** How often a property is tried: this environment variable, else the usual number. */
export function runsOf(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual)
}

if (!triesNewCases) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 2002 })

export { fc }
