/** A patch: each field may be missing, and a parsed body may say so with `undefined`. */
export type Given<T> = { readonly [Field in keyof T]?: T[Field] | undefined }

/** Only the fields that were given, so that spreading a patch never erases what it does not name. */
export function given<T extends object>(patch: Given<T>): Partial<T> {
  // What remains has no undefined in it, which is just what Partial says.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>
}
