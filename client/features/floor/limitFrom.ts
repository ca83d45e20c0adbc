/** Minutes from what was written: null for no limit, undefined for what is none. */
export function limitFrom(words: string): number | null | undefined {
  const text = words.trim()
  if (text === '') return null
  const minutes = /^\p{Nd}{1,3}$/u.test(text) ? Number(latinDigits(text)) : Number.NaN
  return minutes >= 1 && minutes <= 600 ? minutes : undefined
}

/** Arabic keyboards write digits of their own. */
function latinDigits(text: string): string {
  return [...text]
    .map((digit) => {
      const code = digit.codePointAt(0) ?? 0
      const zero = [0x30, 0x660, 0x6f0].find((start) => code >= start && code < start + 10)
      return zero === undefined ? digit : String(code - zero)
    })
    .join('')
}
