import type { Direction, PrintText } from './PrintDocument.ts'

const rtlLanguages = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'ckb', 'dv'])
const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const strongLetter = /\p{L}/u

/** Which way a language is written. */
export function directionOfLanguage(language: string): Direction {
  return rtlLanguages.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** Which way a text is written: by its first letter, as browsers do; without letters as `otherwise` says. */
export function directionOfText(text: PrintText, otherwise: Direction): Direction {
  for (const { text: words, aside, verb, actor } of text) {
    // Our own explanations, the actor and verbs of the group's list may be in another language than the paragraph.
    if (aside === true || verb === true || actor === true) continue
    for (const letter of words) if (strongLetter.test(letter)) return rtlLetter.test(letter) ? 'rtl' : 'ltr'
  }
  return otherwise
}

/** A stretch of letters of one script, as languages and fonts go by it. */
export interface ScriptRun {
  readonly text: string
  readonly script: Script
}

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'hebrew' | 'han' | 'other'

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u],
]

/** Cuts a text into stretches of one script; signs without a script stay with what stands before them. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  const runs: { text: string; script: Script | null }[] = []
  for (const sign of text) {
    const script = scriptOf(sign)
    const last = runs.at(-1)
    if (last === undefined) runs.push({ text: sign, script })
    else if (script === null || last.script === null || script === last.script) {
      last.text += sign
      last.script ??= script
    } else runs.push({ text: sign, script })
  }
  return runs.map((run) => ({ text: run.text, script: run.script ?? 'other' }))
}

function scriptOf(sign: string): Script | null {
  if (/[，。、：；？！（）「」《》【】〈〉]/u.test(sign)) return 'han'
  return scripts.find(([, letters]) => letters.test(sign))?.[0] ?? null
}

const usual: Readonly<Record<Script, string | null>> = {
  latin: 'en',
  cyrillic: 'ru',
  arabic: 'ar',
  hebrew: 'he',
  han: 'zh-CN',
  other: null,
}

const own: Readonly<Record<Script, RegExp>> = {
  latin: /^(?!(ar|fa|ur|ps|he|yi|ru|uk|be|bg|mk|sr|kk|mn|zh|ja|ko)(-|$))/i,
  cyrillic: /^(ru|uk|be|bg|mk|sr|kk|ky|tg|mn|tt)(-|$)/i,
  arabic: /^(ar|fa|ur|ps|sd|ug|ckb)(-|$)/i,
  hebrew: /^(he|yi)(-|$)/i,
  han: /^(zh|ja|ko)(-|$)/i,
  other: /^/,
}

/** The language a stretch is read aloud in: the record's own where its script is that language's, else the commonest of that script. */
export function languageOf(script: Script, recordLanguage: string): string {
  return own[script].test(recordLanguage) ? recordLanguage : (usual[script] ?? recordLanguage)
}
