import type { Composed, Composer } from './Composer.ts'
import type { PatternKey } from './patterns/Patterns.ts'
import { unended } from './phrasing.ts'

/** What opens the statement: the formal meeting where all meetings name the same, and on whose behalf it is made. */
export function headingSentences({ group, meetings, phrases, groupSource }: Composer): readonly Composed[] {
  const [first] = meetings
  const formal = first?.record.head.formalMeeting ?? null
  const isShared = formal !== null && formal !== '' && meetings.every(({ record }) => record.head.formalMeeting === formal)
  const { name, coordinator } = group
  const source = groupSource('heading', [name, coordinator])
  const text =
    coordinator === null ? phrases.say('heading', { group: name }) : phrases.say('headingBy', { group: name, state: coordinator })
  return [
    ...(isShared && first !== undefined
      ? [{ part: 'heading', text: formal, source: first.source('head', 'formalMeeting', formal), reportable: true } as const]
      : []),
    { part: 'heading', text, source, reportable: true },
  ]
}

/** What the group is, as far as the group says it of itself. */
export function groupSentences({ group, phrases, groupSource }: Composer): readonly Composed[] {
  const facts: readonly (readonly ['meets' | 'openTo' | 'purpose' | 'convention', PatternKey])[] = [
    ['meets', 'groupMeets'],
    ['openTo', 'groupOpenTo'],
    ['purpose', 'groupPurpose'],
    ['convention', 'groupConvention'],
  ]
  const said = facts.flatMap(([fact, pattern]): readonly Composed[] => {
    const words = unended(group[fact])
    if (words === '') return []
    const text = phrases.say(pattern, { group: group.name, [fact]: words })
    return [{ part: 'whatTheGroupIs', text, source: groupSource(fact, [group.name, words]), reportable: true }]
  })
  if (said.length > 0) return said
  const text = phrases.say('groupAlone', { group: group.name })
  return [{ part: 'whatTheGroupIs', text, source: groupSource('name', group.name), reportable: true }]
}

/** Thanks: to those who took part; to whoever supports the group only where the group says who that is. */
export function thanksSentences({ group: { secretariat }, phrases, groupSource }: Composer): readonly Composed[] {
  return [
    { part: 'thanks', text: phrases.say('thanks'), source: null, reportable: true },
    ...(secretariat === null
      ? []
      : [
          {
            part: 'thanks',
            text: phrases.say('thanksSecretariat', { secretariat }),
            source: groupSource('secretariat', secretariat),
            reportable: true,
          } as const,
        ]),
  ]
}

/** Names the Coordinator's delegation only where the Coordinator has one. */
export function closingSentences({ group: { name, coordinator }, phrases, groupSource }: Composer): readonly Composed[] {
  const text =
    coordinator === null ? phrases.say('closing', { group: name }) : phrases.say('closingBy', { group: name, state: coordinator })
  return [{ part: 'closing', text, source: groupSource('closing', [name, coordinator]), reportable: true }]
}
