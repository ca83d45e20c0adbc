import { Parser } from 'htmlparser2'

/** Elements whose content is never words. */
export const silentElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'form',
])

/** The words of a piece of HTML inside other text, line by line, and how many active elements were left out. */
export function textOfHtml(html: string): {
  readonly texts: readonly { readonly text: string; readonly offset: number }[]
  readonly active: number
} {
  const texts: { text: string; offset: number }[] = []
  let silent = 0
  let active = 0
  let offset = 0
  const parser = new Parser({
    onopentagname(name) {
      if (!silentElements.has(name)) return
      silent += 1
      active += 1
    },
    onclosetag(name) {
      if (silentElements.has(name)) silent -= 1
    },
    ontext(piece) {
      piece.split('\n').forEach((text, index) => {
        if (index > 0) offset += 1
        if (silent > 0) return
        const last = texts.at(-1)
        if (last?.offset === offset) last.text += text
        else texts.push({ text, offset })
      })
    },
    oncomment(comment) {
      offset += comment.split('\n').length - 1
    },
  })
  parser.end(html)
  return { texts: texts.filter(({ text }) => text.trim() !== ''), active }
}
