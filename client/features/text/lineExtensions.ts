import type { Extensions } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'

/**
 * A line: plain words. Several paragraphs are accepted although none can be made here, because merging may leave two, and an editor whose
 * schema does not know what stands in the document would delete it for everybody.
 */
export function lineExtensions(): Extensions {
  return [Document.extend({ content: 'paragraph+' }), Paragraph, Text]
}
