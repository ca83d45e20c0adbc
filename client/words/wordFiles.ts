import type { Namespace } from './catalogues.ts'
import type { Language } from './language.ts'

type Sentences = Readonly<Record<string, string>>

/** Where the sentences of each namespace are fetched from: a page has those of its own language, and of what it shows. */
export const wordFiles: Readonly<Record<Language, Readonly<Record<Namespace, () => Promise<Sentences>>>>> = {
  en: {
    common: async () => (await import('./en/common.ts')).common,
    people: async () => (await import('./en/people.ts')).people,
    groups: async () => (await import('./en/groups.ts')).groups,
    record: async () => (await import('./en/record.ts')).record,
    review: async () => (await import('./en/review.ts')).review,
    live: async () => (await import('./en/live.ts')).live,
    attendance: async () => (await import('./en/attendance.ts')).attendance,
    floor: async () => (await import('./en/floor.ts')).floor,
    room: async () => (await import('./en/room.ts')).room,
    archive: async () => (await import('./en/archive.ts')).archive,
    register: async () => (await import('./en/register.ts')).register,
    onward: async () => (await import('./en/onward.ts')).onward,
    bringin: async () => (await import('./en/bringin.ts')).bringin,
    report: async () => (await import('./en/report.ts')).report,
    copies: async () => (await import('./en/copies.ts')).copies,
    returned: async () => (await import('./en/returned.ts')).returned,
  },
  ar: {
    common: async () => (await import('./ar/common.ts')).common,
    people: async () => (await import('./ar/people.ts')).people,
    groups: async () => (await import('./ar/groups.ts')).groups,
    record: async () => (await import('./ar/record.ts')).record,
    review: async () => (await import('./ar/review.ts')).review,
    live: async () => (await import('./ar/live.ts')).live,
    attendance: async () => (await import('./ar/attendance.ts')).attendance,
    floor: async () => (await import('./ar/floor.ts')).floor,
    room: async () => (await import('./ar/room.ts')).room,
    archive: async () => (await import('./ar/archive.ts')).archive,
    register: async () => (await import('./ar/register.ts')).register,
    onward: async () => (await import('./ar/onward.ts')).onward,
    bringin: async () => (await import('./ar/bringin.ts')).bringin,
    report: async () => (await import('./ar/report.ts')).report,
    copies: async () => (await import('./ar/copies.ts')).copies,
    returned: async () => (await import('./ar/returned.ts')).returned,
  },
}
