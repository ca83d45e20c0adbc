import { useMay } from '../../store/index.ts'

/** Whether an item's menu holds anything for this person. */
export function useMayMenu(): boolean {
  const may = [useMay('record.editAgenda'), useMay('session.run'), useMay('session.amend'), useMay('observers.close')]
  return may.includes(true)
}
