// text: words that people write together: drawn plainly, an editor where somebody writes, the others' carets in both.
// Knows no agenda and no outcome; the editor's library is loaded only when needed.
export type { SlashPlace } from './editorTypes.ts'
export { TextView } from './TextView.tsx'
export { WritableText } from './WritableText.tsx'
export { useDesk, useIsWriting, WritingProvider } from './WritingProvider.tsx'
export type { WritableTextProps } from './writableTextProps.ts'
