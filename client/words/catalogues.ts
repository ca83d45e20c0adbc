import { archive as archiveAr } from './ar/archive.ts'
import { attendance as attendanceAr } from './ar/attendance.ts'
import { bringin as bringinAr } from './ar/bringin.ts'
import { common as commonAr } from './ar/common.ts'
import { copies as copiesAr } from './ar/copies.ts'
import { floor as floorAr } from './ar/floor.ts'
import { groups as groupsAr } from './ar/groups.ts'
import { live as liveAr } from './ar/live.ts'
import { onward as onwardAr } from './ar/onward.ts'
import { people as peopleAr } from './ar/people.ts'
import { record as recordAr } from './ar/record.ts'
import { register as registerAr } from './ar/register.ts'
import { report as reportAr } from './ar/report.ts'
import { returned as returnedAr } from './ar/returned.ts'
import { review as reviewAr } from './ar/review.ts'
import { room as roomAr } from './ar/room.ts'
import { archive } from './en/archive.ts'
import { attendance } from './en/attendance.ts'
import { bringin } from './en/bringin.ts'
import { common } from './en/common.ts'
import { copies } from './en/copies.ts'
import { floor } from './en/floor.ts'
import { groups } from './en/groups.ts'
import { live } from './en/live.ts'
import { onward } from './en/onward.ts'
import { people } from './en/people.ts'
import { record } from './en/record.ts'
import { register } from './en/register.ts'
import { report } from './en/report.ts'
import { returned } from './en/returned.ts'
import { review } from './en/review.ts'
import { room } from './en/room.ts'
import type { Language } from './language.ts'

/** Every sentence of the interface, by language and namespace. English is the measure of the others. */
export const english = {
  common,
  people,
  groups,
  record,
  review,
  live,
  attendance,
  floor,
  room,
  archive,
  register,
  onward,
  bringin,
  report,
  copies,
  returned,
} as const

export const catalogues: Readonly<Record<Language, Readonly<Record<keyof typeof english, Readonly<Record<string, string>>>>>> = {
  en: english,
  ar: {
    common: commonAr,
    people: peopleAr,
    groups: groupsAr,
    record: recordAr,
    review: reviewAr,
    live: liveAr,
    attendance: attendanceAr,
    floor: floorAr,
    room: roomAr,
    archive: archiveAr,
    register: registerAr,
    onward: onwardAr,
    bringin: bringinAr,
    report: reportAr,
    copies: copiesAr,
    returned: returnedAr,
  },
}

export type Namespace = keyof typeof english
