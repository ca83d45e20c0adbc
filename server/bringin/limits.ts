/** What a file of old minutes may hold at most; beyond it there is a refusal in plain words. */
export const readingLimits = {
  /** Lines of the text. */
  lines: 60_000,
  /** Characters of the text. */
  characters: 3_000_000,
  /** Characters of one line, as far as anything is looked for in it. */
  lineLength: 20_000,
  /** Entries of a DOCX file, and their sum unpacked, in bytes. */
  zipEntries: 2_000,
  unpackedBytes: 64 * 1024 * 1024,
  /** One part of a DOCX file, in bytes. */
  partBytes: 16 * 1024 * 1024,
  /** How many times larger than packed a part may be, where it is larger than a megabyte. */
  ratio: 200,
  /** Elements in elements. */
  depth: 500,
  /** Finds shown in one preview. */
  finds: 3_000,
} as const
