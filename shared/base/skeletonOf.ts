/** Letters of other scripts that look like these Latin ones in any usual typeface, small and capital alike. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԛ: 'q',
  ԝ: 'w',
  ӏ: 'l',
  α: 'a',
  β: 'b',
  ε: 'e',
  ζ: 'z',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  '0': 'o',
  '1': 'l',
  '|': 'l',
}

/**
 * What a name looks like: two names with the same skeleton cannot be told apart on a screen. Folds case, width, accents and spaces,
 * leaves out what is not drawn, and takes look-alike letters of Cyrillic and Greek for the Latin ones (RELIABILITY B10).
 */
export function skeletonOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Z}\p{P}\u3164\uffa0\u115f\u1160]/gu, '')
    .toLowerCase()
  return [...folded]
    .map((letter) => lookAlikes[letter] ?? letter)
    .join('')
    .replaceAll('i', 'l')
}
