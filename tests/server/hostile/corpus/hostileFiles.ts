import { zipOf } from '../../../support/bringin/zipOf.ts'

/** A file that means no good: where it is brought in, and whether it may pass as harmless words. */
export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly way: 'minutes' | 'copy'
  /** Nothing of it can be taken: any good answer is a fault. */
  readonly mustBeRefused: boolean
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const word = (xml: string) => utf8(`<?xml version="1.0"?><w:document><w:body>${xml}</w:body></w:document>`)
const main = 'word/document.xml'

/** Below a bound, as the seed has it. */
type Pick = (below: number) => number

/** So many of them, each kind in turn and each with measures of its own; `honest` is a copy that would be taken. */
export function hostileFiles(count: number, random: () => number, honest: string): readonly HostileFile[] {
  const pick: Pick = (below) => Math.floor(random() * below)
  return Array.from({ length: count }, (_, index) => {
    const make = kinds[index % kinds.length]
    if (make === undefined) throw new Error('No such kind')
    return make(pick, honest)
  })
}

const minutes = (name: string, bytes: Uint8Array, mustBeRefused = true): HostileFile => ({
  name,
  bytes,
  way: 'minutes',
  mustBeRefused,
})
const copy = (name: string, text: string, mustBeRefused = true): HostileFile => ({
  name,
  bytes: utf8(text),
  way: 'copy',
  mustBeRefused,
})

const kinds: readonly ((pick: Pick, honest: string) => HostileFile)[] = [
  (pick) => minutes('bomb.docx', zipOf([{ name: main, content: new Uint8Array((2 + pick(30)) * 2 ** 20) }])),
  (pick) => copy('depth.json', '['.repeat(1_000 + pick(500_000))),
  (pick) => {
    const inner = zipOf([{ name: main, content: new Uint8Array((4 + pick(16)) * 2 ** 20) }])
    return minutes('nested.docx', zipOf([{ name: 'word/inner.docx', content: inner, store: true }]))
  },
  (pick) => copy('closedDepth.json', `${'{"a":'.repeat(1_000 + pick(50_000))}1${'}'.repeat(1_000)}`),
  (pick) =>
    minutes('many.docx', zipOf(Array.from({ length: 2_001 + pick(2_000) }, (_, n) => ({ name: `x/${n}`, content: utf8('x') })))),
  (_pick, honest) => copy('prototype.json', honest.replace('{', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":1},')),
  (pick) => minutes('outside.docx', zipOf([{ name: `${'../'.repeat(1 + pick(9))}outside.xml`, content: utf8('x') }])),
  (pick, honest) => copy('cut.json', honest.slice(0, 1 + pick(honest.length - 1))),
  (pick) => {
    const content = word(' '.repeat(100_000 + pick(2_000_000)))
    return minutes('lying.docx', zipOf([{ name: main, content, statedSize: 1 + pick(1_000) }]))
  },
  (pick, honest) => copy('number.json', honest.replace(/":\d+/, `":1e${400 + pick(400)}`)),
  (pick) => minutes('deep.docx', zipOf([{ name: main, content: word('<w:p>'.repeat(1_000 + pick(20_000))), store: true }])),
  (pick, honest) =>
    copy('wide.json', honest.replace('{', `{${Array.from({ length: 1_000 + pick(50_000) }, (_, n) => `"k${n}":1,`).join('')}`)),
  (pick) => {
    const names = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(2 + pick(9))}">`).join('')
    const xml = `<!DOCTYPE x [<!ENTITY e0 "words">${names}]><w:document><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>`
    return minutes('entities.docx', zipOf([{ name: main, content: utf8(xml) }]), false)
  },
  (pick, honest) => copy('wrongKind.json', bent(honest, pick), false),
  (pick) => minutes('long.txt', utf8('a\n'.repeat(100_000 + pick(1_000_000)))),
  (_pick, honest) => copy('twice.json', `${honest}${honest}`),
  (pick) => minutes('deep.html', utf8(`<html>${'<div><ul><li>'.repeat(1_000 + pick(40_000))}words</html>`)),
  (pick) => copy('text.json', JSON.stringify('x'.repeat(1_000 + pick(3_000_000)))),
  (pick) => minutes('cells.html', utf8(`<html><table><tr>${'<td>x'.repeat(1_000 + pick(50_000))}</table></html>`), false),
  (pick) =>
    minutes(
      'noise.txt',
      Uint8Array.from({ length: 1_000 + pick(100_000) }, () => 1 + pick(8)),
    ),
  (pick) => minutes('quotes.md', utf8(`${'> '.repeat(1_000 + pick(20_000))}words\n${'* '.repeat(10_000)}x\n`), false),
  (pick) => {
    const whole = zipOf([{ name: main, content: word('<w:p><w:r><w:t>words</w:t></w:r></w:p>') }])
    return minutes('cut.docx', whole.subarray(0, 4 + pick(whole.length - 5)))
  },
  (pick) =>
    minutes('backtrack.md', utf8(`| ${'-'.repeat(1_000 + pick(18_000))} !\n${'['.repeat(9_000)}${'('.repeat(9_000)}\n`), false),
  (pick) => minutes('link.docx', zipOf([{ name: '/etc/passwd', content: utf8('x'.repeat(1 + pick(99))), store: true }])),
]

/** One value of it, anywhere, is of another kind. */
function bent(honest: string, pick: Pick): string {
  const places = [...honest.matchAll(/:("[^"]*"|\d+|true|false|null)(?=[,}])/g)]
  const place = places[pick(places.length)]
  if (place === undefined) return '{}'
  const value = ['[[]]', '{"length":4294967295}', '-1', '"\\ud800"'][pick(4)] ?? '0'
  return `${honest.slice(0, place.index)}:${value}${honest.slice(place.index + place[0].length)}`
}
