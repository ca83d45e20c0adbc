import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { RichText } from '../../../shared/record/index.ts'
import { useDocument, useReadable, useWriters } from '../../store/index.ts'
import { cx } from '../../ui/index.ts'
import { EditorMount } from './EditorMount.tsx'
import './text.css'
import { TextView } from './TextView.tsx'
import { useDesk, useIsWriting } from './WritingProvider.tsx'
import type { WritableTextProps } from './writableTextProps.ts'

/** A text that people write together: drawn as plain elements until somebody writes here, then an editor in the same place. */
export function WritableText(props: WritableTextProps) {
  const { path, kind, text, label, canWrite, hint, className, becameWord } = props
  const desk = useDesk()
  const shared = useDocument()
  const isWriting = useIsWriting(path)
  const document = useReadable(shared.document)
  const writers = useWriters(path, text)
  const typed = useRef('')
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (!isWriting && desk.takesFocus(path)) place.current?.focus({ preventScroll: true })
  }, [isWriting, desk, path])
  const look = cx('text', kind === 'line' ? 'textLine' : 'textNotes', className)

  if (isWriting && canWrite && document !== null) {
    return <EditorMount key={path} {...props} look={look} document={document} writers={writers} typed={typed} />
  }
  const view = <TextView text={text} kind={kind} writers={writers} becameWord={becameWord} />
  const isBlank = isBlankText(text)
  if (!canWrite) return <span className={look}>{view}</span>
  const open = (event: MouseEvent) => {
    // A press on a link opens the link, and a stretch being selected is being read.
    if ((event.target instanceof Element && event.target.closest('a') !== null) || window.getSelection()?.isCollapsed === false)
      return
    typed.current = ''
    desk.write(path, isBlank ? 'end' : { x: event.clientX, y: event.clientY })
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    typed.current = ''
    desk.write(path, 'end')
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input cannot show formatted words of several people
    <span
      ref={place}
      className={cx(look, 'textOpens')}
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-multiline={kind === 'notes'}
      onClick={open}
      onKeyDown={key}
      onPointerEnter={() => void desk.fetchEditor().catch(() => undefined)}
      data-path={path}
    >
      {isBlank && hint && writers.length === 0 ? <span className="textHint">{hint}</span> : view}
    </span>
  )
}

/** Whether there is no letter in it. */
function isBlankText(text: RichText): boolean {
  return text.every((block) => 'runs' in block && block.runs.every((run) => run.text === ''))
}
