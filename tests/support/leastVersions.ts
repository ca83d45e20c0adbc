/**
 * The lowest versions in which a published weakness of a part that we use, or could come to use, is mended. Looked through
 * again at each release; a number here is never lowered.
 */
export const leastVersions: Readonly<Record<string, { readonly version: string; readonly why: string }>> = {
  ws: { version: '8.21.0', why: 'GHSA-96hv-2xvq-fx4p, fragments without bounds' },
  'socket.io-parser': { version: '4.2.7', why: 'CVE-2026-69185, CVE-2026-33151' },
  'prosemirror-view': { version: '1.42.3', why: 'GHSA-c8x8-7fp4-3x9w, script on paste' },
  'prosemirror-model': { version: '1.22.1', why: 'attributes that become script' },
  '@tiptap/core': { version: '3.27.0', why: 'a way round the list of allowed links' },
  '@tiptap/extension-link': { version: '3.27.0', why: 'a way round the list of allowed links' },
  multer: { version: '2.2.0', why: 'CVE-2026-5079, CVE-2026-3304' },
  'path-to-regexp': { version: '8.0.0', why: 'CVE-2024-45296, a pattern that takes for ever' },
  // Not in use: before it is, look up in which version this is mended, and write that version here.
  'sanitize-html': { version: '1000.0.0', why: 'CVE-2026-44990, a bypass' },
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

/** Every copy in a lockfile, nested ones too, that is older than it may be: its place and its version. */
export function tooOld({ packages }: Lockfile): readonly string[] {
  return Object.entries(packages).flatMap(([place, { version }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const least = leastVersions[name]
    if (least === undefined || !place.includes('node_modules/') || version === undefined) return []
    return isBelow(version, least.version) ? [`${place} ${version} (${least.why})`] : []
  })
}

/** A version before its release counts as older than the release. */
function isBelow(one: string, other: string): boolean {
  const [numbers = '', before] = one.split('-')
  const [mine, theirs] = [numbers.split('.').map(Number), other.split('.').map(Number)]
  for (const [index, part] of theirs.entries()) if (mine[index] !== part) return !((mine[index] ?? 0) > part)
  return before !== undefined
}
