import type { Action } from '../../../shared/access/index.ts'
import type { IconName } from '../../ui/index.ts'
import type { CommandWord } from './commandWords.ts'

export type CommandGroup = 'anywhere' | 'agenda' | 'recording' | 'floor'

/** One thing that can be done in the live meeting. The keys, their list and the palette are all made from this table. */
export interface CommandLine {
  readonly word: CommandWord
  readonly group: CommandGroup
  /** As on the caps; never translated. Without them there is no key, and the line stands in the palette only. */
  readonly caps?: readonly string[]
  /** Strokes that the page itself answers to (`strokeOf`); a second one after a blank follows the first. Without: the editor's own. */
  readonly keys?: readonly string[]
  /** Who may: for the list of keys. */
  readonly right?: Action
  /** A character alone: works outside text only and can be switched off (WCAG 2.1.4). */
  readonly isSingle?: true
  /** Works while one writes, too. */
  readonly inText?: true
  /** Goes on as long as the key is held; everything else happens once a press. */
  readonly repeats?: true
  /** Its drawing in the palette; without one it is of no use there. */
  readonly icon?: IconName
}

const fix = { group: 'recording', right: 'outcome.fix', isSingle: true, icon: 'document' } as const

export const keyTable: readonly CommandLine[] = [
  { group: 'anywhere', word: 'search', caps: ['Ctrl', 'K'], keys: ['ctrl+k'], inText: true },
  { group: 'anywhere', word: 'keyboard', caps: ['?'], keys: ['?'], isSingle: true, icon: 'keyboard' },
  { group: 'anywhere', word: 'share', caps: ['S'], keys: ['s'], isSingle: true, right: 'seats.manage', icon: 'share' },
  { group: 'anywhere', word: 'theme', caps: ['T'], keys: ['t'], isSingle: true, icon: 'moon' },
  {
    group: 'anywhere',
    word: 'undo',
    caps: ['Ctrl', 'Z'],
    keys: ['ctrl+z', 'ctrl+shift+z', 'ctrl+y'],
    repeats: true,
    right: 'record.editAgenda',
    icon: 'undo',
  },
  { group: 'anywhere', word: 'escape', caps: ['Esc'] },
  { group: 'anywhere', word: 'project', icon: 'screen' },
  { group: 'anywhere', word: 'readRecord', icon: 'document' },
  { group: 'anywhere', word: 'editHead', icon: 'edit' },

  { group: 'agenda', word: 'neighbour', caps: ['J', 'K'], keys: ['j', 'k'], isSingle: true, repeats: true },
  { group: 'agenda', word: 'enter', caps: ['↵'] },
  { group: 'agenda', word: 'current', caps: ['G', 'C'], keys: ['g c'], isSingle: true, icon: 'play' },
  { group: 'agenda', word: 'addItem', caps: ['N'], keys: ['n'], isSingle: true, right: 'record.editAgenda', icon: 'plus' },
  {
    group: 'agenda',
    word: 'moveItem',
    caps: ['Alt', '↑', '↓'],
    keys: ['alt+ArrowUp', 'alt+ArrowDown'],
    repeats: true,
    right: 'record.editAgenda',
  },
  { group: 'agenda', word: 'moveOn', caps: ['⇧', '↵'], keys: ['shift+Enter'], right: 'session.run', icon: 'forward' },
  { group: 'agenda', word: 'goBack', icon: 'back' },
  { group: 'agenda', word: 'openItem', icon: 'play' },
  { group: 'agenda', word: 'closeItem', icon: 'check' },
  { group: 'agenda', word: 'putOffItem', icon: 'calendar' },
  { group: 'agenda', word: 'reopenItem', icon: 'undo' },
  { group: 'agenda', word: 'hideItem', icon: 'lock' },
  { group: 'agenda', word: 'unhideItem', icon: 'eye' },
  { group: 'agenda', word: 'openMeeting', icon: 'play' },
  { group: 'agenda', word: 'suspend', icon: 'pause' },
  { group: 'agenda', word: 'resume', icon: 'play' },
  { group: 'agenda', word: 'closeMeeting', icon: 'check' },
  { group: 'agenda', word: 'hideMeeting', icon: 'lock' },
  { group: 'agenda', word: 'unhideMeeting', icon: 'eye' },

  { group: 'recording', word: 'notes', caps: ['E'], keys: ['e'], isSingle: true, right: 'record.editText', icon: 'edit' },
  { group: 'recording', word: 'outcome', caps: ['O'], keys: ['o'], isSingle: true, right: 'record.editText', icon: 'plus' },
  { group: 'recording', word: 'action', caps: ['A'], keys: ['a'], isSingle: true, right: 'record.editText', icon: 'plus' },
  { group: 'recording', word: 'insert', caps: ['/'], right: 'record.editText' },
  { group: 'recording', word: 'lineOutcome', caps: ['Ctrl', '↵'], right: 'record.editText' },
  { group: 'recording', word: 'lineAction', caps: ['Ctrl', '⇧', '↵'], right: 'record.editText' },
  { group: 'recording', word: 'kind', caps: ['1', '–', '7'], right: 'record.editText' },
  { group: 'recording', word: 'bracket', caps: ['['], right: 'record.editText' },
  { group: 'recording', word: 'agree', caps: ['Y'], keys: ['y'], isSingle: true, right: 'outcome.agree', icon: 'check' },
  { ...fix, word: 'bracketed', caps: ['B'], keys: ['b'] },
  { ...fix, word: 'coordinatorView', caps: ['V'], keys: ['v'] },
  { ...fix, word: 'noAgreement', caps: ['X'], keys: ['x'] },
  { ...fix, word: 'deferred', caps: ['D'], keys: ['d'] },
  { ...fix, word: 'proposed', caps: ['R'], keys: ['r'] },
  { group: 'recording', word: 'showOutcome', icon: 'screen' },

  { group: 'floor', word: 'ask', caps: ['F'], keys: ['f'], isSingle: true, right: 'floor.ask', icon: 'hand' },
  { group: 'floor', word: 'askStatement', caps: ['F', '1'], keys: ['f 1'], isSingle: true, right: 'floor.ask' },
  { group: 'floor', word: 'askReply', caps: ['F', '2'], keys: ['f 2'], isSingle: true, right: 'floor.ask', icon: 'hand' },
  { group: 'floor', word: 'askPoint', caps: ['F', '3'], keys: ['f 3'], isSingle: true, right: 'floor.ask', icon: 'hand' },
  {
    group: 'floor',
    word: 'nextSpeaker',
    caps: ['⇧', 'F'],
    keys: ['shift+f'],
    isSingle: true,
    right: 'floor.give',
    icon: 'forward',
  },
  { group: 'floor', word: 'pause', caps: ['P'], keys: ['p'], isSingle: true, right: 'session.run', icon: 'pause' },
  { group: 'floor', word: 'addMinutes', icon: 'clock' },
  { group: 'floor', word: 'closeList', icon: 'lock' },
  { group: 'floor', word: 'openList', icon: 'list' },
  { group: 'floor', word: 'checkIn', icon: 'people' },
  { group: 'floor', word: 'checkOut', icon: 'people' },
]

/** What a stroke leads to. */
export interface Pressed {
  readonly line: CommandLine | null
  /** The beginning of a sequence, for the next stroke. */
  readonly begun: string | null
}

/** The line that answers to this stroke after what was begun; a stroke may act and begin a sequence at once (F, then 2). */
export function pressed(stroke: string, begun: string | null, areSinglesOn: boolean): Pressed {
  const find = (name: string) => keyTable.find((line) => line.keys?.includes(name) && (areSinglesOn || !line.isSingle)) ?? null
  const second = begun === null ? null : find(`${begun} ${stroke}`)
  if (second !== null) return { line: second, begun: null }
  const begins = keyTable.some(
    (line) => line.keys?.some((name) => name.startsWith(`${stroke} `)) && (areSinglesOn || !line.isSingle),
  )
  return { line: find(stroke), begun: begins ? stroke : null }
}
