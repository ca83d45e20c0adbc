import { findDates } from './dates.ts'
import { folded } from './plainWords.ts'

type Due = { readonly date: string } | { readonly event: string } | null

/** By when, as the words have it, and the words less a date that stood at their end. */
export interface DueFound {
  readonly due: Due
  readonly task: string
}

const before =
  /\b(?:due(?: date)?(?: by| on)?|deadline|by(?: the)?|before|until|till|no later than|not later than|on or before|avant(?: le| la)?|d'ici(?: le| la| au| a la)?|pour le|au plus tard(?: le)?|jusqu'au|echeance|delai|target)\s*:?\s*(?:the\s+|le\s+|end of (?:day )?)?$/
const eventWords =
  /\b(by|before|until|till|no later than|prior to|ahead of|in time for|in advance of|avant|d'ici(?: a)?|au plus tard(?: a)?|jusqu'a)\s+((?:the |la |le |les |l'|our )?(?:(?:beginning|start|end|middle|close|mid|early|late|fin|debut|mi|la fin|le debut)\b[^.;,()]{0,60}|(?:next|upcoming|following|prochaine?s?)\b[^.;,()]{0,60}|(?:[^.;,()]{0,40}\b)?(?:meeting|session|call|review conference|conference|plenary|release|deadline|week|month|quarter|year|summit|assembly|workshop|vote|election|launch|reunion|seance|conseil|comite|semaine|mois|annee|rentree|echeance|version|monday|tuesday|wednesday|thursday|friday|lundi|mardi|mercredi|jeudi|vendredi|january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|easter|christmas|noel|paques)\b[^.;,()]{0,40}|making [^.;,()]{3,60}|cob|eod|eow|tomorrow|demain))/
const soon =
  /\b((?:next|this|the coming) (?:week|month|quarter|year|meeting|call|session)|(?:for|at) the next (?:meeting|call|session)|(?:la semaine|le mois|la reunion|la seance) prochaine?|(?:pour |a )?(?:la )?prochaine (?:reunion|seance)|when [^.;()]{5,80}|asap|immediately|immediatement)\b/

/** Looks for "by 5 May 2025", "avant la prochaine réunion": a date where the text has one, else its words. */
export function dueOf(task: string, language: string): DueFound {
  for (const mention of findDates(task, language)) {
    const head = folded(task.slice(0, mention.from))
    const lead = before.exec(head)
    if (lead === null && !/\(\s*$/.test(head)) continue
    if (mention.date !== null && !mention.isByLanguage) {
      const from = lead === null ? mention.from : head.length === mention.from ? lead.index : mention.from
      return { due: { date: mention.date }, task: without(task, from, mention.to) }
    }
    // A day without its year, or one that can be read in two ways, stays as the words it is.
    return { due: { event: mention.words }, task }
  }
  const plain = folded(task)
  if (plain.length !== task.length) return { due: null, task }
  const event = eventWords.exec(plain)
  if (event !== null) {
    const words = event[2] ?? ''
    const at = event.index + event[0].length - words.length
    return { due: { event: tidy(task.slice(at, at + words.length)) }, task }
  }
  const later = soon.exec(plain)
  if (later !== null) return { due: { event: tidy(task.slice(later.index, later.index + (later[1] ?? '').length)) }, task }
  return { due: null, task }
}

/** What stands in a field of its own for the date: a date, or words. */
export function dueOfField(words: string, language: string): Due {
  const text = words.trim().replace(/^(?:due|by|before|avant|pour)\s*:?\s+/i, '')
  if (text === '' || /^(?:[-–—]+|n\/?a|tbd|tbc|none|aucune?|nc)$/i.test(text)) return null
  const [mention] = findDates(text, language)
  if (mention?.date != null && !mention.isByLanguage && mention.words.length >= text.length - 4) return { date: mention.date }
  return { event: text.slice(0, 300) }
}

function tidy(words: string): string {
  return words
    .trim()
    .replace(/\s+(?:and|et|to|or)$/i, '')
    .slice(0, 300)
}

/** Takes the date out where it ends the words, or stands in brackets of its own. */
function without(task: string, from: number, to: number): string {
  const tail = task.slice(to)
  if (!/^[\s).\]]*$/.test(tail)) return task
  const left = task.slice(0, from).replace(/[\s,;(–—-]+$/u, '')
  return left.length >= 3 ? left : task
}
