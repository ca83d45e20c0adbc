import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useDocument, type Writer } from '../../store/index.ts'
import type { OpenEditor } from './editorTypes.ts'
import { TextView } from './TextView.tsx'
import { useDesk } from './WritingProvider.tsx'
import type { WritableTextProps } from './writableTextProps.ts'

interface EditorMountProps extends WritableTextProps {
  readonly look: string
  /** Another document means another editor. */
  readonly document: object
  readonly writers: readonly Writer[]
  /** Letters typed while the editor's code was on its way. */
  readonly typed: RefObject<string>
}

/** The place where an editor stands while somebody writes; until its code has come, the text as it is read. */
export function EditorMount(props: EditorMountProps) {
  const { path, kind, text, label, itemId, look, document, writers, typed, hint, becameWord } = props
  const desk = useDesk()
  const shared = useDocument()
  const place = useRef<HTMLSpanElement>(null)
  const open = useRef<OpenEditor | null>(null)
  const callbacks = useRef(props)
  const [code, setCode] = useState(() => desk.openEditor)
  useEffect(() => {
    callbacks.current = props
  })

  useEffect(() => {
    if (code !== null) return
    let isGone = false
    const catchKeys = (event: KeyboardEvent) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        event.stopPropagation()
        typed.current += event.key
      }
    }
    window.addEventListener('keydown', catchKeys, true)
    desk.fetchEditor().then(
      (opener) => {
        if (!isGone) setCode(() => opener)
      },
      // Without its code there is no writing; the text stays readable and the next press tries again.
      () => desk.leave(path),
    )
    return () => {
      isGone = true
      window.removeEventListener('keydown', catchKeys, true)
    }
  }, [code, desk, path, typed])

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor lives as long as its document and its path; the rest is read when it is needed
  useLayoutEffect(() => {
    const fragment = shared.fragment(path)
    const element = place.current
    if (code === null || element === null || fragment === null) return
    const writing = desk.get()
    const editor = code({
      element,
      fragment,
      kind,
      label,
      start: writing?.start ?? 'end',
      typedBefore: typed.current,
      onCaret: (cursor) => shared.show({ item: itemId, field: path, cursor }),
      onLeave: (byKey) => desk.leave(path, byKey),
      onEnter: () => callbacks.current.onEnter?.(),
      onSlash: callbacks.current.onSlash ? (at) => callbacks.current.onSlash?.(at) : null,
      onMention: callbacks.current.onMention ? (at) => callbacks.current.onMention?.(at) : null,
      onBecome: callbacks.current.onBecome ? (part, at) => callbacks.current.onBecome?.(part, at) : null,
      onUndo: () => shared.undo(),
      onRedo: () => shared.redo(),
    })
    typed.current = ''
    shared.typedBy(editor.origin)
    open.current = editor
    editor.showWriters(writers)
    return () => {
      open.current = null
      editor.close()
      shared.show({ field: null, cursor: null })
    }
  }, [code, document, path])

  useEffect(() => {
    open.current?.showWriters(writers)
  }, [writers])

  if (code === null) {
    return (
      <span className={look}>
        <TextView text={text} kind={kind} writers={writers} becameWord={becameWord} />
      </span>
    )
  }
  return <span className={`${look} textEditing`} ref={place} data-hint={hint} data-path={path} />
}
