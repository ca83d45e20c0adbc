import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { isLinkAddress, parseBecame } from '../../../shared/record/index.ts'

/** Exactly the nodes and marks that the record knows (shared/record/nodes); whatever else is pasted falls away. */
export function notesExtensions(): Extensions {
  return [
    Document,
    MarkedParagraph,
    Text,
    Heading.configure({ levels: [2, 3] }),
    BulletList,
    OrderedList,
    ListItem.extend({ content: 'paragraph (paragraph | heading | bulletList | orderedList)*' }),
    ListKeymap,
    HardBreak,
    Bold,
    Italic,
    Link.configure({
      openOnClick: false,
      isAllowedUri: (url) => isLinkAddress(url),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
  ]
}

/** A paragraph that remembers into what it was turned; the mark does not go over to a paragraph split off from it. */
const MarkedParagraph = Paragraph.extend({
  addAttributes() {
    return {
      became: {
        default: null,
        keepOnSplit: false,
        parseHTML: () => null,
        renderHTML: (attributes) => {
          const became = parseBecame(attributes.became)
          return became === null ? {} : { 'data-became': became.part }
        },
      },
    }
  },
})
