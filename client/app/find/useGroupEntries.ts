import type { IconName } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { Findable } from '../live/findEntries.ts'

/** A page of the group that one can go to. */
export interface GroupEntry extends Findable {
  readonly id: string
  readonly icon: IconName
  readonly href: string
}

/** The pages of a group, by the words of its bar. */
export function useGroupEntries(groupId: string): readonly GroupEntry[] {
  const { t } = useWords('groups')
  const { t: archive } = useWords('archive')
  const at = (id: string, words: string, icon: IconName, path: string): GroupEntry => {
    return { id, number: null, words, icon, href: `/g/${groupId}${path}` }
  }
  return [
    at('overview', t('nav.overview'), 'people', ''),
    at('meetings', t('nav.meetings'), 'calendar', '/meetings'),
    at('actions', t('nav.actions'), 'list', '/actions'),
    at('records', t('nav.records'), 'document', '/records'),
    at('outcomes', archive('nav.outcomes'), 'check', '/outcomes'),
    at('participation', archive('nav.participation'), 'people', '/participation'),
    at('reports', archive('nav.reports'), 'document', '/reports'),
    at('settings', t('nav.settings'), 'settings', '/settings'),
    { id: 'all', number: null, words: archive('nav.all'), icon: 'globe', href: '/records' },
  ]
}
