/** The names of a browser and of a system, as far as they are known. */
export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

/** Most particular first: every browser claims to be others as well. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a person needs to know a device by: two names out of a closed list. The header itself is kept nowhere. */
export function deviceOf(userAgent: string): Device {
  const named = (names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(userAgent))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}

/** The two names as the one text that is kept with a session, and back. */
export function writeDevice({ browser, system }: Device): string {
  return `${browser ?? ''}/${system ?? ''}`
}

/** What `writeDevice` wrote; anything else tells nothing. */
export function readDevice(text: unknown): Device {
  const [browser = '', system = ''] = typeof text === 'string' ? text.split('/') : []
  const known = (names: readonly (readonly [RegExp, string])[], name: string) =>
    names.find(([, one]) => one === name)?.[1] ?? null
  return { browser: known(browsers, browser), system: known(systems, system) }
}
