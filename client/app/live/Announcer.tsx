import { useEffect, useRef, useState } from 'react'
import { plainText } from '../../../shared/record/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { type Announcement, announce, sayNext, silent, untilNextMs } from './announcing.ts'
import { type Happening, useHappenings } from './useHappenings.ts'

/** Says what changed for everybody, politely and at most every five seconds. Nobody's typing is ever announced. */
export function Announcer() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const [sentence, setSentence] = useState('')
  const state = useRef(silent)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  const say = () => {
    timer.current = null
    const said = sayNext(state.current, performance.now())
    state.current = said.state
    if (said.sentence !== null) setSentence(said.sentence)
    wait()
  }
  const wait = () => {
    const ms = untilNextMs(state.current, performance.now())
    if (ms !== null) timer.current ??= setTimeout(say, ms)
  }
  useHappenings((happening) => {
    state.current = announce(state.current, inWords(happening))
    wait()
  })
  const inWords = (happening: Happening): Announcement => {
    switch (happening.kind) {
      case 'line':
        return happening.isLive
          ? { kind: 'line', sentence: t('said.back'), takesBack: true }
          : { kind: 'line', sentence: t('said.offline') }
      case 'phase':
        return { kind: 'phase', sentence: t('said.phase', { phase: common(`phase.${happening.phase}`) }) }
      case 'item': {
        const title = plainText(happening.item.title).trim() || t('untitled')
        return { kind: 'item', sentence: t('said.item', { number: happening.item.number ?? '', title }) }
      }
      case 'agreed':
        return { kind: 'agreed', sentence: t('said.agreed', { number: happening.number }) }
      case 'floor':
        return { kind: 'floor', sentence: happening.isSpeaking ? t('said.floor') : t('said.nextToSpeak') }
    }
  }
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{sentence}</VisuallyHidden>
    </div>
  )
}
