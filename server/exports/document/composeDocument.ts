import { type MeetingRecord, readOrigin } from '../../../shared/record/index.ts'
import type { ExportContext } from '../ExportContext.ts'
import type { DocumentKind } from '../exportNames.ts'
import { actionsTable, dueWords, targetsTable } from './actionsTable.ts'
import { attendanceBlocks } from './attendanceBlocks.ts'
import { type Composing, composing } from './Composing.ts'
import { composeHead } from './composeHead.ts'
import { itemBlocks, itemTitle, papers, remark, speakers, strayBlocks } from './itemBlocks.ts'
import { outcomeWords, standingWords } from './outcomeText.ts'
import type { PrintBlock, PrintDocument } from './PrintDocument.ts'
import { isAddendum, isHidden } from './printedPart.ts'
import { aside, joined, lineRuns, plain } from './runs.ts'

/** Puts a record into the form of one of its documents. */
export function composeDocument(kind: DocumentKind, record: MeetingRecord, context: ExportContext): PrintDocument {
  const at = composing(record, context)
  return { ...composeHead(at, kind), blocks: blocksOf[kind](at) }
}

const blocksOf: Readonly<Record<DocumentKind, (at: Composing) => readonly PrintBlock[]>> = {
  record: recordBlocks,
  agenda: agendaBlocks,
  'follow-up': followUpBlocks,
}

function recordBlocks(at: Composing): readonly PrintBlock[] {
  let place = 0
  const count = () => {
    place += 1
    return at.context.numbers?.[place - 1] ?? String(place)
  }
  const { items } = at.record
  return [
    ...closedMeeting(at),
    ...(items.length === 0 ? remark(aside(at.words.say('empty'))) : []),
    ...remark(speakers(at, 'speakersBefore', null)),
    ...items.filter((item) => !isAddendum(item)).flatMap((item) => itemBlocks(at, item, count)),
    ...strayBlocks(at, count),
    ...actionsTable(at),
    ...attendanceBlocks(at),
    // At the end, as in the version's own order: their numbers go on counting.
    ...items.filter(isAddendum).flatMap((item) => itemBlocks(at, item, count)),
  ]
}

function agendaBlocks(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const items = at.record.items.filter((item) => !isAddendum(item))
  if (items.length === 0) return [...closedMeeting(at), ...remark(aside(say('empty')))]
  const sum = items.reduce((minutes, item) => minutes + (item.minutes ?? 0), 0)
  return [
    ...closedMeeting(at),
    {
      kind: 'table',
      caption: say('caption.agenda'),
      head: [say('agendaNumber'), say('agendaItem'), say('agendaPurpose'), say('agendaLead'), say('agendaMinutes')],
      widths: [8, 46, 16, 18, 12],
      figures: [4],
      rows: [
        ...items.map((item) => [
          plain(item.number ?? ''),
          isHidden(item)
            ? aside(say('closedItem'))
            : joined(
                [
                  itemTitle(at, item),
                  item.closed ? aside(say('closedItem')) : [],
                  item.carriedOverFrom === null
                    ? []
                    : aside(say('carriedOver', { from: readOrigin(item.carriedOverFrom).words })),
                  papers(at, item),
                ],
                '\n',
              ),
          item.purpose === null ? [] : plain(say(`purpose.${item.purpose}`)),
          item.lead === null ? [] : plain(at.nameOf(item.lead)),
          item.minutes === null ? [] : plain(String(item.minutes)),
        ]),
        ...(sum === 0 ? [] : [[[], plain(say('agendaSum')), [], [], plain(String(sum))]]),
      ],
    },
  ]
}

/** Results, dates and tasks on one page, for sending round before the record is ready. */
function followUpBlocks(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const { outcomes } = at.record
  const heading: PrintBlock = { kind: 'heading', level: 1, number: null, text: plain(say('outcomes')) }
  const results: readonly PrintBlock[] =
    outcomes.length === 0
      ? remark(aside(say('noOutcomes')))
      : [
          {
            kind: 'table',
            caption: say('caption.outcomes'),
            head: [say('outcomeNumber'), say('outcomeText'), say('outcomeStanding')],
            widths: [10, 65, 25],
            figures: [],
            rows: outcomes.map((outcome) => [
              plain(outcome.number ?? ''),
              joined(outcomeWords(at, outcome), ' '),
              plain(standingWords(at, outcome)),
            ]),
          },
        ]
  return [...closedMeeting(at), heading, ...results, ...targetsTable(at), ...actionsTable(at), ...dates(at)]
}

/** The actions that fall due on a stated date, the earliest first. */
function dates(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const dated = at.record.actions.flatMap((action) =>
    action.due !== null && 'date' in action.due ? [{ action, date: action.due.date }] : [],
  )
  if (dated.length === 0) return []
  const sorted = dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return [
    { kind: 'heading', level: 1, number: null, text: plain(say('dates')) },
    {
      kind: 'table',
      caption: say('caption.dates'),
      head: [say('date'), say('actionNumber'), say('actionTask')],
      widths: [28, 10, 62],
      figures: [],
      rows: sorted.map(({ action }) => [dueWords(at, action), plain(action.number ?? ''), lineRuns(action.task)]),
    },
  ]
}

function closedMeeting(at: Composing): readonly PrintBlock[] {
  return at.record.session.closed ? remark(aside(at.words.say('closedMeeting'))) : []
}
