/**
 * A short mark of what a source says (64 bits, hexadecimal), by which a change is seen. FNV-1a over the code units, once from each
 * end: it finds changes and protects nothing. http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashOf(facts: unknown): string {
  const text = JSON.stringify(facts) ?? ''
  let ahead = 0x811c9dc5
  let back = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    ahead = Math.imul(ahead ^ text.charCodeAt(index), 0x01000193)
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - index), 0x01000193)
  }
  return [ahead, back].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
