import { folded } from './plainWords.ts'

/** What a label before a colon says. */
export type LabelKind =
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'zone'
  | 'place'
  | 'title'
  | 'office'
  | 'present'
  | 'apologies'
  | 'absent'

const kinds: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'date',
    /^(?:meeting |session |the )?(?:date|when|dates|day|held on|date of (?:the )?meeting|date and time|date\/time|date & time|date et heures?|date de (?:la )?(?:reunion|seance|rencontre)|quand|jour|fecha|datum)$/,
  ],
  [
    'start',
    /^(?:meeting |session |the meeting )?(?:start|starts|started|start time|starting time|began|begin|beginning|opened|opening|called to order|call to order|started at|meeting called to order|debut|heure de debut|ouverture|ouverture de (?:la )?seance|debut de (?:la )?(?:reunion|seance))(?: at)?$/,
  ],
  [
    'end',
    /^(?:meeting |session |the meeting )?(?:end|ends|ended|end time|finish|finished|closed|closing|close|adjourned|adjournment|adjourn|meeting adjourned|fin|heure de fin|cloture|levee|levee de (?:la )?seance|fin de (?:la )?(?:reunion|seance)|cloture de (?:la )?seance)(?: at)?$/,
  ],
  [
    'time',
    /^(?:meeting )?(?:time|times|hour|hours|heures?|horaires?|hora|uhrzeit|heure de (?:la )?(?:reunion|seance)|duration and time)$/,
  ],
  ['zone', /^(?:time ?zone|fuseau(?: horaire)?)$/],
  [
    'place',
    /^(?:meeting )?(?:place|location|venue|where|held at|held in|room|site|lieu|lieux|lieu de (?:la )?(?:reunion|seance)|salle|endroit|adresse|lugar|ort|place of meeting|meeting place|platform)$/,
  ],
  [
    'title',
    /^(?:title|titre|meeting title|subject|objet|meeting name|name of (?:the )?meeting|intitule|reunion|nom de la reunion)$/,
  ],
  [
    'apologies',
    /^(?:apologies|apologies for absence|apologies received|apologies from|regrets|excused|regrets\+|excuse\.?e?\.?s|excusee?s?|absente?s? excusee?s?|etaient excuses?|absences? excusees?|not able to attend)$/,
  ],
  [
    'absent',
    /^(?:members |membres )?(?:absente?s?|absentees?|not present|members absent|did not attend|etaient absents|absent\.?e\.?s|absents non excuses)$/,
  ],
  [
    'present',
    /^(?:(?:the )?(?:following )?(?:people|members|persons)?\s?(?:were |are )?(?:present|in attendance|attending)|attendees?|attendance|participants?|participant\.?e\.?s|present\+|members present|presente?s?|presence|etaient presents|sont presents|membres presents|others present|also present|also in attendance|members|membres|observers?|observateurs?|guests?|invites?|staff|secretariat|board members|committee members|voting members|online|remote|in person|on the call|by phone|en visio|a distance|attended|attended by|assistaient|delegations|delegates)$/,
  ],
  [
    'office',
    /^(?:acting |deputy |vice[- ]|co-?)?(?:chair|chairs|chairperson|chairman|chairwoman|chairpersons|presiding|presided by|presiding officer|chaired by|facilitator|facilitators|facilitated by|moderator|moderated by|convener|convenor|host|organi[sz]er|meeting leader|lead|scribe|scribes|scribenick|secretary|recording secretary|minute taker|minutes taker|minute-taker|minutes by|minutes taken by|note taker|notetaker|note-taker|notes by|notes taken by|taken by|recorder|recorded by|rapporteur|rapporteurs|rapporteuse|clerk|treasurer|timekeeper|president|presidente|president de seance|presidente de seance|presidence|sous la presidence de|secretaire|secretaire de seance|secretaires de seance|animateur|animatrice|animation|anime par|redacteur|redactrice|redaction|redige par|coordinator|coordinateur|coordinatrice|coordonnateur|maire|mayor)(?: of the meeting)?(?:\(s\))?$/,
  ],
]

/** What the label says, or null where it is none of these. */
export function labelKindOf(label: string): LabelKind | null {
  const words = folded(label)
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, (ends) => (ends.includes('+') ? ends.trim() : ''))
    .replace(/\s*\(.*\)$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
