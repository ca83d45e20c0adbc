import type { en } from './en.ts'

/** The name of a fixed word or sentence. */
export type WordKey = keyof typeof en

/** All of them in one language. */
export type Catalogue = Readonly<Record<WordKey, string>>
