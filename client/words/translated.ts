type ArabicForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/**
 * What a catalogue must have to stand beside the English one: the same keys, and where English has two plural forms,
 * Arabic's six. A missing or a stray key is a type error.
 */
export type Arabic<English> = {
  readonly [Key in keyof English as Key extends `${infer Stem}_one`
    ? `${Stem}_${ArabicForm}`
    : Key extends `${string}_other`
      ? never
      : Key]: string
}
