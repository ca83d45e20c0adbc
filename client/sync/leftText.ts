import * as Y from 'yjs'
import type { MeetingId } from '../../shared/base/index.ts'
import { copyText, readRecord } from '../../shared/record/index.ts'
import { readReport } from '../../shared/report/index.ts'
import { newSession } from '../../shared/session/index.ts'
import { looseWords } from './asideTexts.ts'
import type { LeftCopy } from './deviceTypes.ts'
import { scratch } from './scratch.ts'

/** All words of a copy of another past, as plain text: for whoever wants to have them in hand. */
export function leftText({ update }: Pick<LeftCopy, 'update'>): string {
  const doc = scratch([update])
  const record = readRecord(doc, '' as MeetingId, newSession(noHead))
  const report = readReport(doc)
  // What builds on something that this device never had cannot be placed, and is said all the same.
  const loose = doc.store.pendingStructs === null ? '' : `${looseWords([Y.encodeStateAsUpdate(doc)])}\n`
  doc.destroy()
  return `${copyText(record)}${report.map((sentence) => `${sentence.text}\n`).join('')}${loose}`
}

const noHead = {
  title: '',
  formalMeeting: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'none',
  symbol: null,
} as const
