import type { RefusalCode } from '../../../shared/base/index.ts'
import type { AsideAnswer } from '../../../shared/protocol/index.ts'
import type { Aside, AsideText } from '../../sync/index.ts'

/** One thing kept aside as the page shows it, wherever it is kept. */
export interface AsideEntry {
  readonly key: string
  /** Why the record did not take it: the refusal this device heard, or what the server noted. */
  readonly why:
    | { readonly kind: 'refused'; readonly code: RefusalCode }
    | { readonly kind: 'noted'; readonly reason: AsideAnswer['reason'] }
  readonly texts: readonly AsideText[]
  readonly yours: boolean
  readonly author: AsideAnswer['author'] | null
  /** Its key on this device; null when only the server has it. */
  readonly deviceKey: number | null
  /** What letting go ends at the server. */
  readonly asideIds: readonly string[]
}

/** What this device and the server keep aside, as one list: late words that both keep are shown once. */
export function asideEntries(device: readonly Aside[], server: readonly AsideAnswer[]): readonly AsideEntry[] {
  const taken = new Set<string>()
  const own = device.map((aside): AsideEntry => {
    const words = bare(wordsOf(aside))
    // The server may have got only the first of the messages that this device kept.
    const same = server.filter(
      ({ asideId, yours, reason, text }) =>
        yours && reason !== 'deletedUnder' && !taken.has(asideId) && bare(text) !== '' && words.includes(bare(text)),
    )
    for (const { asideId } of same) taken.add(asideId)
    const { key, code, texts } = aside
    const asideIds = same.map(({ asideId }) => asideId)
    return { key: `device ${key}`, why: { kind: 'refused', code }, texts, yours: true, author: null, deviceKey: key, asideIds }
  })
  const kept = server
    .filter(({ asideId }) => !taken.has(asideId))
    .map(
      ({ asideId, reason, place, text, yours, author }): AsideEntry => ({
        key: `server ${asideId}`,
        why: { kind: 'noted', reason },
        texts: [{ path: place ?? '', added: text, whole: text }],
        yours,
        author: yours ? null : author,
        deviceKey: null,
        asideIds: [asideId],
      }),
    )
  return [...own, ...kept]
}

/** All that was added, for copying and for writing again. */
export function wordsOf({ texts }: { readonly texts: readonly AsideText[] }): string {
  return texts.map((text) => text.added).join('\n')
}

function bare(words: string): string {
  return words.replace(/\s+/g, '')
}
