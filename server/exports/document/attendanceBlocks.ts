import { type AttendanceEntry, capacities, capacityOf, countAttendance, type Movement } from '../../../shared/record/index.ts'
import type { Composing } from './Composing.ts'
import { oneLine } from './cleanText.ts'
import type { PrintBlock, PrintText } from './PrintDocument.ts'
import { aside, joined, plain } from './runs.ts'

/** Who took part: by delegation, counted, and as it was stated where names are not known or not told. */
export function attendanceBlocks(at: Composing): readonly PrintBlock[] {
  const { attending, attendance } = at.record.session
  const heading: PrintBlock = { kind: 'heading', level: 1, number: null, text: plain(at.words.say('attendance')) }
  if (attending.length === 0 && attendance.length === 0) {
    return [heading, { kind: 'paragraph', isRemark: true, text: aside(at.words.say('attendanceNone')) }]
  }
  return [heading, ...delegationsTable(at), ...countsTable(at), ...statedTable(at)]
}

function delegationsTable(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const { attending } = at.record.session
  if (attending.length === 0) return []
  const withNames = attending.some((entry) => entry.delegates.length > 0)
  return [
    {
      kind: 'table',
      caption: say('attendanceOf'),
      head: [
        say('attendanceParty'),
        say('attendanceCapacity'),
        ...(withNames ? [say('attendanceDelegates')] : []),
        say('attendanceState'),
      ],
      widths: withNames ? [28, 22, 26, 24] : [36, 32, 32],
      figures: [],
      rows: attending.map((entry) => [
        plain(oneLine(entry.code === null ? entry.name : `${entry.name} (${entry.code})`)),
        capacityWords(at, entry),
        ...(withNames ? [delegateWords(entry)] : []),
        joined([plain(say(`presence.${entry.state}`)), ...entry.movements.map((one) => aside(movementWords(at, one)))], '\n'),
      ]),
    },
  ]
}

function capacityWords(at: Composing, entry: AttendanceEntry): PrintText {
  const membership = entry.membership === 'member' ? [] : aside(at.words.say(`membership.${entry.membership}`))
  return joined([plain(at.words.say(`capacity.${capacityOf(entry)}`)), membership], '\n')
}

function delegateWords({ delegates }: AttendanceEntry): PrintText {
  return joined(
    delegates.map(({ name, function: office }) => plain(oneLine(office === null ? name : `${name}, ${office}`))),
    '\n',
  )
}

function movementWords(at: Composing, { kind, item, at: moment }: Movement): string {
  const number = at.record.items.find(({ id }) => id === item)?.number
  const time = at.hour(moment)
  return number == null ? at.words.say(`movement.${kind}Between`, { time }) : at.words.say(`movement.${kind}`, { time, number })
}

function countsTable(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const { attending } = at.record.session
  if (attending.length === 0) return []
  const count = countAttendance(at.record.session)
  const present = attending.filter((entry) => entry.state === 'present')
  const byCapacity = capacities.map((capacity) => {
    return [say(`capacities.${capacity}`), present.filter((entry) => capacityOf(entry) === capacity).length] as const
  })
  const rows = [
    ...byCapacity,
    ...count.regions.map((region) => [oneLine(region.region), region.present] as const),
    [say('sum'), count.present] as const,
    [say('apologies'), count.apologies] as const,
    [say('absent'), count.absent] as const,
  ].filter(([label, number]) => number > 0 || label === say('sum'))
  return [
    {
      kind: 'table',
      caption: say('attendanceCounts'),
      head: [say('attendanceCapacity'), say('attendanceCount')],
      widths: [80, 20],
      figures: [1],
      rows: rows.map(([label, number]) => [plain(label), plain(String(number))]),
    },
  ]
}

function statedTable(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const { attendance } = at.record.session
  if (attendance.length === 0) return []
  return [
    {
      kind: 'table',
      caption: say('attendanceStated'),
      head: [say('attendanceCapacity'), say('attendanceOf'), say('attendanceCount')],
      widths: [34, 46, 20],
      figures: [2],
      rows: attendance.map(({ delegationType, party, note, statedCount }) => [
        plain(say(party === null ? `types.${delegationType}` : `capacity.${delegationType}`)),
        joined([party === null ? [] : plain(at.nameOf(party)), note === null ? [] : aside(oneLine(note))], '\n'),
        plain(statedCount === null ? '' : oneLine(statedCount)),
      ]),
    },
  ]
}
