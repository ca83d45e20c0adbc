import type { Block } from '../types.ts'

/** Whether a block says anything. */
export function hasWords(block: Block): boolean {
  return 'runs' in block ? block.runs.some((run) => run.text.trim() !== '') : block.items.some((item) => item.some(hasWords))
}
