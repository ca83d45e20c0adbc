/** The word on a speaker's plate: the delegation's code, else the first letters of the name. */
export function speakerCode({ code, name }: { readonly code: string | null; readonly name: string }): string {
  if (code !== null) return code
  const letters = name.split(/\s+/u).map((word) => [...word][0] ?? '')
  return letters.join('').slice(0, 3).toLocaleUpperCase()
}

/** What the chair calls out: the name, or the code where the name would fill the button. */
export function calledName(speaker: { readonly code: string | null; readonly name: string }): string {
  return speaker.name.length <= 20 ? speaker.name : (speaker.code ?? speaker.name)
}
