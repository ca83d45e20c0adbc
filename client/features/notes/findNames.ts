/** A name that can stand in the notes. */
export interface Name {
  readonly id: string
  readonly label: string
  /** The code on the nameplate. */
  readonly hint: string
}

const most = 8

/** Names in which a word begins with what was typed, or whose code does; accents and capitals do not matter. */
export function findNames(names: readonly Name[], typed: string): readonly Name[] {
  const wanted = folded(typed.trim())
  const begins = ({ label, hint }: Name) => folded(hint).startsWith(wanted) || folded(` ${label}`).includes(` ${wanted}`)
  return names.filter(begins).slice(0, most)
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
