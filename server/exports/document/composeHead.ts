import { type Phase, sectionCountOf } from '../../../shared/record/index.ts'
import type { ExportContext } from '../ExportContext.ts'
import type { DocumentKind } from '../exportNames.ts'
import type { Composing } from './Composing.ts'
import { cleanText, oneLine } from './cleanText.ts'
import { dateInWords, hourInWords, knownZone, momentInWords } from './dates.ts'
import { directionOfLanguage } from './direction.ts'
import type { Fact, PrintDocument, PrintText } from './PrintDocument.ts'
import { joined, plain } from './runs.ts'

/** All of a document that stands before and around its text. */
export function composeHead(at: Composing, kind: DocumentKind): Omit<PrintDocument, 'blocks'> {
  const { record, context, words } = at
  const { head } = record
  const { say, locale } = words
  const group = oneLine(context.groupName)
  const title = oneLine(head.title) || say('untitled')
  const generated = say('generated', { date: momentInWords(context.generatedAt, locale) })
  return {
    language: languageTag(head.language),
    wordsLanguage: locale.slice(0, 2),
    direction: directionOfLanguage(head.language),
    symbol: head.symbol === null ? group : oneLine(head.symbol),
    original: say('original', { language: languageName(head.language, locale) }),
    mark: { text: markText(at), isAdopted: worthOf(at) === 'adopted' },
    title: say(`title.${kind}`, { title }),
    lede: lede(at),
    facts: factsOf(at, kind, group),
    generated,
    generatedAt: context.generatedAt,
    group,
    pages: say('page'),
    sections: sectionCountOf(head.language),
    isNote: kind === 'follow-up',
    colon: say('colon'),
  }
}

/** Draft or adopted, and which version. */
function markText(at: Composing): string {
  const {
    context,
    words: { say },
  } = at
  const mark = say(`mark.${worthOf(at)}`)
  return context.version === null ? mark : `${mark}${say('comma')}${say('version')} ${context.version}`
}

/** What the text is worth: that of a version goes by what the version is, and not by what became of the record since. */
function worthOf({ record, context: { published } }: Composing): Phase | 'withdrawn' {
  switch (published?.kind) {
    case undefined:
      return record.session.phase
    case 'room':
      return 'draft'
    case 'circulated':
    case 'withdrawn':
      return published.kind
    default:
      return 'adopted'
  }
}

function lede(at: Composing): string {
  const { head } = at.record
  const { say, locale } = at.words
  const date = dateInWords(head.startsAt, locale, head.timeZone) ?? say('dateUnknown')
  const place = head.place === null || head.place === '' ? say('placeUnknown') : oneLine(head.place)
  return [date, hours(at), place].filter((part) => part !== '').join(say('comma'))
}

function hours(at: Composing): string {
  const { startsAt, endsAt, timeZone } = at.record.head
  const from = hourInWords(startsAt, at.words.locale, timeZone)
  const to = hourInWords(endsAt, at.words.locale, timeZone)
  if (from === null) return ''
  return to === null ? from : at.words.say('hourRange', { from, to })
}

function factsOf(at: Composing, kind: DocumentKind, group: string): readonly Fact[] {
  const { record, context, words } = at
  const { head, session } = record
  const { say } = words
  const fact = (label: string, text: PrintText): readonly Fact[] => (text.length === 0 ? [] : [{ label, text }])
  const isTimed = session.interventions.length > 0 || session.history.length > 1 || head.startsAt?.includes('T') === true
  return [
    ...fact(say('group'), plain(group)),
    ...fact(say('formalMeeting'), plain(oneLine(head.formalMeeting ?? ''))),
    ...(isTimed ? fact(say('zone'), plain(knownZone(head.timeZone))) : []),
    ...(kind === 'agenda' ? [] : fact(say('attribution'), plain(say(`attribution.${head.attribution}`)))),
    ...fact(
      say('links'),
      joined(
        head.links.map(({ title, url }): PrintText => [{ text: oneLine(title) || url, link: url }]),
        '; ',
      ),
    ),
    ...fingerprintFacts(at, context),
  ]
}

function fingerprintFacts({ words: { say } }: Composing, { version, fingerprint }: ExportContext): readonly Fact[] {
  return [
    ...(version === null ? [] : [{ label: say('version'), text: plain(String(version)) }]),
    ...(fingerprint === null ? [] : [{ label: say('fingerprint'), text: plain(cleanText(fingerprint)), isCode: true } as const]),
  ]
}

/** A tag that every format takes; what is none counts as not known. */
function languageTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und'
  } catch {
    return 'und'
  }
}

function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(languageTag(language)) ?? language
  } catch {
    return oneLine(language)
  }
}
