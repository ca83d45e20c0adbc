import type { en } from './en.ts'

export type PatternKey = keyof typeof en
/** The fixed sentences of one language, by name. */
export type Patterns = Readonly<Record<PatternKey, string>>
