import { useMemo, useState } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView, OutcomeView } from '../../../shared/record/index.ts'
import { useAbout, useMeeting } from '../../store/index.ts'
import { Finder, type FinderEntry, Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useRecordEntries } from '../find/useRecordEntries.tsx'
import { type Found, findEntries } from './findEntries.ts'
import { KeyCaps } from './KeyCaps.tsx'
import { type CommandLine, keyTable } from './keyTable.ts'
import type { LiveActions } from './liveActions.ts'
import { Marked } from './Marked.tsx'
import { type PlaceEntry, placeEntries } from './placeEntries.ts'

export interface PaletteProps {
  readonly actions: LiveActions
  readonly item: ItemView | null
  /** The outcome that commands about outcomes would act on. */
  readonly target: () => OutcomeView | null
  readonly open: (id: ItemId) => void
  readonly onClose: () => void
}

interface CommandEntry {
  readonly number: null
  readonly words: string
  readonly line: CommandLine
  /** The number of the outcome it acts on. */
  readonly about: string | null
}

/** More of the meeting than this is found by one more letter. */
const mostPlaces = 12

/** Finds a place in this meeting or a command by a part of its words, and goes there or does it. */
export function Palette({ actions, item, target, open, onClose }: PaletteProps) {
  const { t, locale } = useWords('room')
  const { t: live } = useWords('live')
  const meeting = useMeeting()
  const { groupId } = useAbout()
  const [question, setQuestion] = useState('')
  // As it was when the palette opened: a list that changes under the hand would be pressed wrongly.
  const [record] = useState(() => meeting.record.get())
  const [able] = useState(actions)
  // While the focus is still where it was.
  const [outcome] = useState(() => target()?.number ?? null)
  const places = useMemo(() => placeEntries(record, t('untitled')), [record, t])
  const commands = useMemo(
    () =>
      keyTable.flatMap((line): CommandEntry[] =>
        line.icon === undefined || able[line.word] === undefined
          ? []
          : line.group === 'recording' && line.right !== 'record.editText'
            ? outcome === null
              ? []
              : [{ number: null, words: t(`command.${line.word}`, { number: outcome }), line, about: outcome }]
            : [{ number: null, words: t(`command.${line.word}`, { number: item?.number ?? '' }), line, about: null }],
      ),
    [able, item, outcome, t],
  )
  const isAsked = question.trim() !== ''
  const foundPlaces = findEntries(isAsked ? places : places.filter((place) => place.kind === 'item'), question, locale)
  const foundCommands = findEntries(commands, question, locale)
  const passages = useRecordEntries(question, groupId)
  const choose = (id: string) => {
    const passage = passages.hrefOf(id)
    onClose()
    if (passage !== null) {
      // Beside the meeting, which stays as it is.
      window.open(passage, '_blank', 'noopener')
      return
    }
    const place = places.find((one) => one.id === id)
    const line = keyTable.find((one) => one.word === id)
    afterClosing(() => {
      if (place !== undefined) goTo(place, open)
      if (line !== undefined) actions[line.word]?.('')
    })
  }
  return (
    <Finder
      label={live('palette')}
      placeholder={t('paletteField')}
      question={question}
      onQuestion={setQuestion}
      groups={[
        {
          name: t('found.meeting'),
          entries: foundPlaces.slice(0, mostPlaces).map((found) => placeLine(found, t(`found.${found.entry.kind}`))),
        },
        { name: t('found.commands'), entries: foundCommands.map(commandLine) },
        { name: t('found.records'), entries: passages.entries },
      ]}
      onChoose={choose}
      onClose={onClose}
      nothing={t('nothingFound')}
      countWords={(count) => t('foundCount', { count })}
    />
  )
}

function placeLine({ entry, marks }: Found<PlaceEntry>, kind: string): FinderEntry {
  return {
    id: entry.id,
    lead: <span className="num muted">{entry.number}</span>,
    label: <Marked words={entry.words} marks={marks} />,
    end: <span className="micro">{kind}</span>,
  }
}

function commandLine({ entry: { line, words, about }, marks }: Found<CommandEntry>): FinderEntry {
  return {
    id: line.word,
    lead: line.icon === undefined ? null : <Icon name={line.icon} />,
    label: <Marked words={words} marks={marks} />,
    end: (
      <>
        {about === null || line.caps === undefined ? null : <span className="micro num">{about}</span>}
        {line.caps === undefined ? null : <KeyCaps caps={line.caps} />}
      </>
    ),
  }
}

function goTo(place: PlaceEntry, open: (id: ItemId) => void): void {
  open(place.item)
  if (place.kind === 'item') {
    requestAnimationFrame(() => document.getElementById('item-title')?.focus())
    return
  }
  requestAnimationFrame(() => {
    const element = document.getElementById(`${place.kind}-${place.id}`)
    element?.scrollIntoView({ block: 'center' })
    element?.querySelector<HTMLElement>('[tabindex="0"], button')?.focus({ preventScroll: true })
  })
}

/** Closing gives the focus back first; what is done then may take it elsewhere. */
function afterClosing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
