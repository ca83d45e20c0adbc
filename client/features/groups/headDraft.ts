import type { MeetingHead } from '../../../shared/record/index.ts'

/** A meeting's head as the form holds it: every field a text. */
export interface HeadDraft {
  readonly title: string
  readonly formalMeeting: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly place: string
  readonly language: string
  readonly attribution: MeetingHead['attribution']
  readonly symbol: string
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/** What of the draft does not fit; null where it does. */
export interface HeadProblems {
  readonly title: boolean
  readonly hours: 'order' | 'noDate' | 'form' | null
  readonly links: boolean
}

/** An empty head in the zone of this device. */
export function emptyHead(timeZone: string, language: string): HeadDraft {
  return {
    title: '',
    formalMeeting: '',
    date: '',
    from: '',
    to: '',
    timeZone,
    place: '',
    language,
    attribution: 'named',
    symbol: '',
    links: [],
  }
}

/** The head as the form shows it. A date that is only partly known leaves the day empty: it is never made more exact than it is. */
export function draftOf(head: MeetingHead): HeadDraft {
  return {
    title: head.title,
    formalMeeting: head.formalMeeting ?? '',
    date: dayIn(head.startsAt),
    from: hourIn(head.startsAt),
    to: hourIn(head.endsAt),
    timeZone: head.timeZone ?? '',
    place: head.place ?? '',
    language: head.language,
    attribution: head.attribution,
    symbol: head.symbol ?? '',
    links: head.links,
  }
}

/** The head to send. `stated` is what was there: an untouched partial date goes back as it came. */
export function headOf(draft: HeadDraft, stated: MeetingHead | null): MeetingHead {
  const isUntouched = stated !== null && draft.date === dayIn(stated.startsAt) && draft.from === hourIn(stated.startsAt)
  const starts = draft.date === '' ? null : draft.from === '' ? draft.date : `${draft.date}T${draft.from}`
  const endsUntouched = stated !== null && isUntouched && draft.to === hourIn(stated.endsAt)
  const ends = draft.date === '' || draft.to === '' ? null : `${draft.date}T${draft.to}`
  return {
    title: draft.title.trim(),
    formalMeeting: orNull(draft.formalMeeting),
    startsAt: isUntouched ? stated.startsAt : starts,
    endsAt: endsUntouched ? stated.endsAt : ends,
    timeZone: orNull(draft.timeZone),
    place: orNull(draft.place),
    links: draft.links.map((link) => ({ title: link.title.trim(), url: link.url.trim() })),
    language: draft.language,
    attribution: draft.attribution,
    symbol: orNull(draft.symbol),
  }
}

/** What does not fit, before it is sent. */
export function problemsOf(draft: HeadDraft): HeadProblems {
  return {
    title: draft.title.trim() === '',
    hours: hoursProblem(draft),
    links: draft.links.some((link) => link.title.trim() === '' || !/^https?:\/\/\S+$/.test(link.url.trim())),
  }
}

function hoursProblem({ date, from, to }: HeadDraft): HeadProblems['hours'] {
  const hours = [from, to].filter((hour) => hour !== '')
  if (hours.some((hour) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(hour))) return 'form'
  if (hours.length > 0 && date === '') return 'noDate'
  return from !== '' && to !== '' && to < from ? 'order' : null
}

function dayIn(stated: string | null): string {
  return stated !== null && /^\d{4}-\d{2}-\d{2}/.test(stated) ? stated.slice(0, 10) : ''
}

function hourIn(stated: string | null): string {
  return stated !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(stated) ? stated.slice(11, 16) : ''
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
