import type { english, Namespace } from './catalogues.ts'

/** What is put into a sentence: each `{{name}}` by its name; `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Stem<Key> = Key extends `${infer Before}_${Form}` ? Before : Key

/** The keys of a namespace; those with plural forms by what stands before the form. */
export type Key<Ns extends Namespace> = Stem<keyof (typeof english)[Ns] & string>

type Sentence<Ns extends Namespace, K> = {
  [Full in keyof (typeof english)[Ns]]: Stem<Full> extends K ? (typeof english)[Ns][Full] : never
}[keyof (typeof english)[Ns]]
type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never

/** Says a sentence of a namespace; each name in it wants its value. */
export type Say<Ns extends Namespace> = <K extends Key<Ns>>(
  key: K,
  ...values: [Names<Sentence<Ns, K>>] extends [never]
    ? [Values?]
    : [Readonly<Record<Names<Sentence<Ns, K>>, string | number>> & Values]
) => string
