/** The members of a list that has no names, each with its place as its key: blocks of a text never carry an identity of their own. */
export function keyed<T>(list: readonly T[]): readonly { readonly key: string; readonly place: number; readonly value: T }[] {
  return list.map((value, place) => ({ key: `at${place}`, place, value }))
}
