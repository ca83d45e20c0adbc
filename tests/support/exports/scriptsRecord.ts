import type { ExportContext } from '../../../server/exports/index.ts'
import type { DelegationId, Millis } from '../../../shared/base/index.ts'
import type { MeetingRecord, RichText } from '../../../shared/record/index.ts'
import { newId } from '../storageSamples.ts'
import { action, attendee, context, intervention, item, moment, outcome, record, target } from './records.ts'

/** Words in the four scripts that a record must carry. */
export const samples = {
  latin: 'It remains important to continue the work with states that are likely to accede — “in time”, as Côte d’Ivoire put it.',
  cyrillic: 'По-прежнему важно продолжать работу с государствами, которые, вероятно, присоединятся к Конвенции в срок.',
  arabic: 'لا يزال من المهم مواصلة العمل مع الدول التي يُحتمل أن تنضم إلى الاتفاقية في الوقت المناسب (145 دولة).',
  chinese: '继续与可能及时加入《公约》的国家开展工作仍然十分重要，特别是在2004年审议会议之前。',
} as const

const texts = Object.values(samples)

/** A record of 40 numbered paragraphs in four scripts, with everything in it that a record can have. */
export function scriptsRecord(changes: Partial<MeetingRecord['head']> = {}): {
  readonly record: MeetingRecord
  readonly context: ExportContext
} {
  const [canada, algeria, china] = [newId<DelegationId>(), newId<DelegationId>(), newId<DelegationId>()]
  const titles = ['Opening', 'Положение дел', 'حالة الاتفاقية', '普遍化工作', 'Partnership']
  const items = titles.map((title, index) =>
    item(String(index + 1), title, {
      notes: notesOf(index),
      purpose: (['inform', 'discuss', 'agree', 'report'] as const)[index % 4] ?? null,
      lead: index === 1 ? { delegation: canada } : null,
      minutes: 15,
      extraMinutes: index === 2 ? 5 : 0,
      usedMs: index === 4 ? 0 : 12 * 60_000,
      progress: index === 4 ? 'putOff' : 'closed',
      papers: index === 0 ? [{ title: 'Working paper 1', url: 'https://example.org/wp1' }] : [],
      carriedOverFrom: index === 3 ? 'the January meeting' : null,
    }),
  )
  const standings = ['agreed', 'proposed', 'bracketed', 'coordinatorView', 'noAgreement', 'deferred', null] as const
  const outcomes = items.flatMap((under, index) =>
    [0, 1, 2].map((place) => {
      const standing = standings[(index * 3 + place) % standings.length] ?? null
      return outcome(under, `${index + 1}.${place + 1}`, textAt(index * 3 + place), {
        kind: ['recognised', 'noted', 'confirmed'][place] ?? '',
        actor: place === 1 ? null : { words: 'The Group' },
        standing,
        fixing: standing === 'agreed' ? { standing, at: moment, actor: { role: 'rapporteur', name: null } } : null,
        qualifiers: [
          { id: newId(), order: 'a0', kind: 'underscored', text: [{ kind: 'paragraph', runs: [{ text: textAt(place) }] }] },
        ],
      })
    }),
  )
  const actions = texts.map((text, index) =>
    action(items[index] ?? item(null, ''), `A${index + 1}`, text, {
      lead: index % 2 === 0 ? { delegation: algeria } : null,
      partners: index === 0 ? [{ delegation: china }, { words: 'members of the Group' }] : [],
      due:
        index === 0
          ? { date: '2026-09' }
          : index === 1
            ? { event: 'the Review Conference' }
            : index === 2
              ? { date: '2026-04-30' }
              : null,
    }),
  )
  const attending = [
    attendee('Canada', {
      code: 'CAN',
      region: 'Western European and other States',
      delegates: [{ person: null, name: 'Anne Tremblay', function: 'Head of delegation' }],
      movements: [{ kind: 'arrived', item: items[0]?.id ?? null, at: moment }],
    }),
    attendee('Algérie', { code: 'ALG', region: 'African States' }),
    attendee('中国', { code: 'CHN', partyStatus: 'stateNotParty', membership: 'observer', region: 'Asia-Pacific States' }),
    attendee('ICBL', { code: 'ICBL', type: 'ngo', partyStatus: null, membership: 'observer' }),
    attendee('Norway', { code: 'NOR', state: 'apologies' }),
  ]
  return {
    record: record({
      items,
      outcomes,
      actions,
      targets: items.slice(0, 2).map((under) => target(under, 'States Parties', { event: 'the Review Conference', whose: null })),
      head: {
        title: 'Universalization: Всеобщность, عالمية, 普遍化',
        symbol: 'UCG/2026/1',
        startsAt: '2026-03-02T13:15',
        endsAt: '2026-03-02T14:45',
        timeZone: 'Europe/Zurich',
        place: 'Genève, salle XIX',
        formalMeeting: 'Twenty-third Meeting of the States Parties',
        ...changes,
      },
      session: {
        attending,
        attendance: [{ delegationType: 'state', party: null, statedCount: 'over 20', note: 'from all regions of the world' }],
        interventions: [
          intervention('Canada', items[0] ?? null),
          intervention('中国', items[0] ?? null, {
            intervention: 'reply',
            asObserver: true,
            startedAt: (moment + 60_000) as Millis,
          }),
          intervention('Algérie', items[1] ?? null, { onBehalfOf: 'the African Group' }),
        ],
      },
    }),
    context: context({
      delegations: {
        [canada]: { name: 'Canada', code: 'CAN' },
        [algeria]: { name: 'الجزائر', code: 'ALG' },
        [china]: { name: '中国', code: 'CHN' },
      },
    }),
  }
}

/** Five items with two, two, two, one and one blocks of notes: with 15 outcomes, 15 qualifications and 2 targets 40 paragraphs. */
function notesOf(index: number): RichText {
  const paragraph = {
    kind: 'paragraph',
    runs: [{ text: textAt(index) }, { text: ' Mixed: العربية and 中文 and кириллица.', bold: true }],
  } as const
  if (index > 2) return [paragraph]
  const second: RichText[number] =
    index === 0
      ? { kind: 'heading', level: 2, runs: [{ text: 'Background' }] }
      : {
          kind: index === 1 ? 'bulletList' : 'orderedList',
          items: [
            [{ kind: 'paragraph', runs: [{ text: 'first ' }, { text: 'address', link: 'https://example.org/?a=1&b=2' }] }],
            [{ kind: 'paragraph', runs: [{ text: textAt(index + 1), italic: true }] }],
          ],
        }
  return [paragraph, second]
}

function textAt(index: number): string {
  return texts[index % texts.length] ?? ''
}
