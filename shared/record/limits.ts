/** What one record may hold at most. The gate refuses `overLimit` beyond it; reading never checks it. */
export const limits = {
  /** Bytes of the whole document, encoded as one V1 update. */
  documentBytes: 20 * 1024 * 1024,
  /** Nested types from the root map to a letter. */
  depth: 64,
  /** Yjs client ids that ever wrote in one document. */
  clientIds: 5_000,
  /** Entries of one root map, removed ones counted. */
  entries: 2_000,
  /** Qualifiers of one outcome, and partners of one action. */
  children: 200,
  /** Characters of one text (notes, outcome, task, target, qualifier). */
  textLength: 100_000,
  /** Nodes and ends of marks in one text: what reading and drawing it costs beside its letters. */
  textPieces: 10_000,
  titleLength: 1_000,
  /** Characters of plain words: a party, an event, whose view. */
  wordsLength: 300,
  kindLength: 100,
  orderLength: 1_000,
  papers: 50,
  paperTitleLength: 500,
  urlLength: 2_000,
  minutes: 10_000,
} as const
