import type { AttendanceState } from '../../../shared/record/index.ts'
import { plainWords } from './plainWords.ts'

/** What a heading says of what stands below it. */
export type Role =
  | { readonly kind: 'people'; readonly state: AttendanceState; readonly office: string | null }
  | { readonly kind: 'agenda' | 'decisions' | 'actions' | 'nextMeeting' | 'later' | 'notes' | 'aside' | 'meta' }

const present =
  /^(?:list of |liste (?:des |de )|the )?(?:(?:meeting |committee |board |council |voting |remote |in-person |in person |online )?(?:attendees?|participants?|attendance|presents?|presence|presences|members present|people present|those present|persons present|present members|in attendance|attending|attended|roll ?call|who attended|who was there|presentes?|membres presents|etaient presents|sont presents|etaient presents?|personnes presentes|emargement|participant\.?e\.?s|participants et participantes|presents et representes|presents ou representes|members and guests|members in attendance|also present|staff present|guests present|others present|invites presents|egalement presents|delegations|delegates))(?: list| present| in attendance| here| and apologies| et excuses| a la reunion)?$/
const apologies =
  /^(?:list of |the )?(?:apologies|apologies for absence|apologies received|regrets|excused|excused absences?|sent apologies|apologised|excuse\.?e?\.?s?|excuses?|excusees?|absents? excuses?|absents? et excuses?|etaient excuses?|membres excuses?|absences excusees|excuses et absents|pouvoirs?)$/
const absent =
  /^(?:members |membres )?(?:absents?|absence|absences|absentees?|not present|members absent|did not attend|not in attendance|etaient absents|absent\.?e\.?s|absents non excuses|absent without notice)$/
const offices =
  /^(?:members|voting members|board members|committee members|non-voting members|observers?|guests?|invited guests|staff|secretariat|officers|invites?|observateurs?|observatrices?|membres|bureau|presenters?|speakers|intervenants|experts|regular members|also attending|others?|visitors|public|remote|online|on the phone|by phone|in person|en visio(?:conference)?|a distance|facilitators?|scribes?|chairs?|co-?chairs?|chairpersons?|presidents?|secretaires?|rapporteurs?)$/
const agenda =
  /^(?:provisional |proposed |draft |adopted |approved |meeting |today'?s |final |the )?(?:agenda|agenda items|agenda topics|order of business|items for discussion|topics|list of topics|ordre du jour|odj|points? a l'ordre du jour|sujets|sommaire|programme|contents|table of contents|orden del dia|tagesordnung)(?: \(?provisional\)?| items| topics| provisoire| propose| adopte| et points abordes)?$/
const decisions =
  /^(?:key |main |list of |summary of |the |final |all )?(?:decisions?|resolutions?|agreements?|agreed points|points agreed|agreed|resolved|conclusions?|outcomes?|decisions (?:taken|made|reached|and agreements|adopted)|decisions? and resolutions?|resolutions adopted|agreed outcomes|motions|motions passed|consensus|decisions prises|decisions adoptees|releve (?:de|des) (?:decisions|conclusions)|resume des decisions|deliberations|recommendations|recommandations|decisiones|acuerdos|beschlusse)(?: taken| made| reached| adopted| of the meeting| prises)?$/
const actions =
  /^(?:new |key |open |list of |summary of |agreed |liste des |all |our )?(?:actions?|action items?|action points?|action list|action log|actions? required|actions agreed|actions arising|actions? and owners|actions? for .{2,30}|ais|to-?\s?dos?|to-?do list|todo list|to do items|things to do|next steps|next actions|tasks?|assignments?|follow-?\s?ups?|follow-?up actions|follow-?up items|follow up|taches|a faire|choses a faire|reste a faire|plan d'actions?|points? d'actions?|actions? a mener|actions? a entreprendre|actions? a realiser|actions? a suivre|actions? decidees?|actions? prevues?|releve d'actions?|tableau des actions|suites? a donner|suivi des actions decidees|prochaines etapes|prochaines actions|etapes suivantes|travaux a faire|devoirs|aufgaben|tareas)(?: list| items| summary| table| log| from this meeting| from the meeting| arising| arising from (?:this|the) meeting| agreed| for next (?:time|meeting)| pour la prochaine (?:fois|reunion))?$/
const nextMeeting =
  /^(?:date |dates |time |date and time |time and date |date and place |date, time and place |details |date et heure |date et lieu )?(?:and location )?(?:of |for |de |du |des )?(?:the |la |le |les |our )?(?:next meetings?|next call|next calls|next session|next sitting|next plenary|next time|upcoming meetings?|future meetings?|following meeting|prochaines? reunions?|prochaines? seances?|prochains? conseils?|prochains? rendez-vous|prochains? rdv|prochain comite|prochaine rencontre|prochaines? dates?|proxima reunion|nachste sitzung)(?: date| dates| and closing| details)?$/
const later =
  /^(?:future agenda|future agenda items?|agenda for (?:the )?next (?:meeting|time|call)|next agenda|items for next (?:meeting|time)|parking lot|ordre du jour de la prochaine (?:reunion|seance)|upcoming agenda|future topics|backlog|prochain ordre du jour)$/
const notes =
  /^(?:meeting |detailed |draft |the )?(?:notes|minutes|discussions?|discussion notes|meeting notes|meeting minutes|proceedings|summary|summary of (?:the )?(?:discussions?|meeting|proceedings)|items discussed|topics discussed|discussion items|discussion points|discussion topics|main points|key points|compte[- ]?rendu|cr|deroule|deroulement|deroulement de la (?:seance|reunion)|echanges|debats|discussion generale|points abordes|points discutes|sujets abordes|sujets traites|synthese|synthese des echanges|proces[- ]verbal|releve de notes|resume|resume des echanges|body|log|chat log|transcript|irc log)$/
const aside =
  /^(?:links?|liens?|overview|apercu|executive summary|background|recording|enregistrement|resources|ressources|references?|references bibliographiques|attachments?|annexes?|annex(?:es)? .{0,40}|appendix.{0,40}|pieces jointes|documents?|meeting documents|legend|legende|abbreviations|minutes approved|signatures?|distribution|diffusion)$/
const meta =
  /^(?:meeting (?:details|information|info|data|logistics)|details|logistics|information|informations?(?: generales| pratiques)?|general information|when and where|date and (?:time|place|location)|date et (?:heure|lieu)|meeting)$/

/** What a heading says, or null where it is one of the meeting's own subjects. */
export function roleOfHeading(text: string): Role | null {
  const words = plainWords(text)
  // "Present (12)", "Attendance – 14 people": the count is not part of the words.
  const bare = plainWords(words.replace(/\s*[-–—(:]\s*\d+.*$/, ''))
  for (const one of [words, bare]) {
    if (apologies.test(one)) return { kind: 'people', state: 'apologies', office: null }
    if (absent.test(one)) return { kind: 'people', state: 'absent', office: null }
    if (present.test(one)) return { kind: 'people', state: 'present', office: null }
    if (nextMeeting.test(one)) return { kind: 'nextMeeting' }
    if (later.test(one)) return { kind: 'later' }
    if (agenda.test(one)) return { kind: 'agenda' }
    if (decisions.test(one)) return { kind: 'decisions' }
    if (actions.test(one)) return { kind: 'actions' }
    if (notes.test(one)) return { kind: 'notes' }
    if (aside.test(one)) return { kind: 'aside' }
    if (meta.test(one)) return { kind: 'meta' }
  }
  return null
}

/** A group inside a list of those present: "Observers", "Secretariat". */
export function isOffice(text: string): boolean {
  return offices.test(plainWords(text))
}
