import { type Result, refuse } from '../../shared/base/index.ts'
import type { ExportFile } from '../exports/index.ts'
import type { Place } from './placeIn.ts'

/**
 * Making a document takes seconds, in which somebody can be removed or lowered: the right is asked once more before it is handed
 * out, and a document made for another role is not (RELIABILITY S4).
 */
export async function stillTheSame(
  made: Result<ExportFile>,
  before: Pick<Place, 'role'>,
  enter: () => Promise<Result<{ readonly place: Pick<Place, 'role'> }>>,
): Promise<Result<ExportFile>> {
  if (!made.ok) return made
  const now = await enter()
  if (!now.ok) return now
  return now.value.place.role === before.role ? made : refuse('rightsChanged', 'Your rights have changed: ask again.')
}
