/** The named parts of an address pattern: `/g/$groupId/meetings` has `groupId`. */
export type ParamsOf<Pattern extends string> = Pattern extends `${infer Head}/${infer Tail}`
  ? ParamsOf<Head> & ParamsOf<Tail>
  : Pattern extends `$${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown
