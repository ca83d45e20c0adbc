export interface AroundNameProps {
  readonly sentence: (name: string) => string
  readonly name: string
}

/** A sentence with the name in it in bold, wherever its language puts the name. */
export function AroundName({ sentence, name }: AroundNameProps) {
  // A mark that no sentence has: what stands before and after the name is found by it.
  const place = '\uFFFC'
  const [before, after] = sentence(place).split(place)
  return (
    <>
      {before}
      <b dir="auto">{name}</b>
      {after}
    </>
  )
}
