import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Fewer guesses than this and a password is refused: at five tries a minute a year and more, but a moment for a stolen file. */
const fewestGuesses = 1_000_000
/** What is looked at: the estimate costs more than linear time, and so many letters settle it. */
const lookedAt = 40

/** Whether a password stands on lists of common and leaked ones, is a mere pattern, or is made of what everybody knows of its owner. */
export type Guessable = (password: string, owner: { readonly email: string; readonly name: string }) => Promise<boolean>

/** Makes the judge; its word lists are read at the first question, not at the start of the server. */
export function createGuessable(): Guessable {
  let judge: Promise<ZxcvbnFactory> | null = null
  return async (password, { email, name }) => {
    judge ??= load()
    const known = [email, ...email.split(/[@.+_-]/), name, ...name.split(/\s+/), 'rapporteur'].filter((word) => word.length > 2)
    return (
      (await judge).check(
        password.slice(0, lookedAt),
        known.map((word) => word.slice(0, 60)),
      ).guesses < fewestGuesses
    )
  }
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}
