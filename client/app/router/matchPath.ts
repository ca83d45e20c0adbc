/** What the named parts of a pattern are in this path; null where the path is not of the pattern. A last slash makes no difference. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = partsOf(pattern)
  const given = partsOf(path)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    const word = readPart(given[place] ?? '')
    if (word === null) return null
    if (part.startsWith('$')) params[part.slice(1)] = word
    else if (part !== word) return null
  }
  return params
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}

function readPart(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    // Somebody cut the address short: it is of no pattern.
    return null
  }
}
