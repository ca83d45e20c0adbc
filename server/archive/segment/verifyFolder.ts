import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { passageCount } from './Segment.ts'
import { bodyOf } from './searchSegments.ts'
import { readSegment } from './segmentFile.ts'

/** Reads every file of one half anew, its passages one by one. Changes nothing. */
export async function verifyFolder(folder: string): Promise<{ meetings: number; passages: number; damaged: readonly string[] }> {
  const damaged: string[] = []
  let meetings = 0
  let passages = 0
  for (const name of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith('.seg'))) {
    try {
      const { segment, close } = readSegment(join(folder, name))
      try {
        for (let passage = 0; passage < passageCount(segment); passage += 1) bodyOf(segment, passage)
      } finally {
        close()
      }
      meetings += segment.meetings.length
      passages += passageCount(segment)
    } catch {
      damaged.push(join(folder, name))
    }
  }
  return { meetings, passages, damaged }
}
