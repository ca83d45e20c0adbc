import type { VersionLine } from '../../../shared/session/index.ts'
import { Icon, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface ExportMenuProps {
  readonly meetingId: string
  /** The version that the page shows; null: the record as it is being written. */
  readonly version: VersionLine | null
  /** Whether it is the one that holds. */
  readonly isCurrent: boolean
}

const files = [
  'record.docx',
  'record.pdf',
  'record.html',
  'record.md',
  'record.json',
  'agenda.pdf',
  'agenda.docx',
  'follow-up.pdf',
  'follow-up.docx',
] as const

/** What mends or adds is a document of its own, too. */
const more = {
  corrigendum: ['corrigendum.pdf', 'corrigendum.docx'],
  addendum: ['addendum.pdf', 'addendum.docx'],
} as const

/** What the page shows as files to carry elsewhere: the record, its agenda and the follow-up note, of the version that is read. */
export function ExportMenu({ meetingId, version, isCurrent }: ExportMenuProps) {
  const { t } = useWords('review')
  const own = version?.kind === 'corrigendum' || version?.kind === 'addendum' ? more[version.kind] : []
  const asked = version === null || (isCurrent && own.length === 0) ? '' : `?version=${version.number}`
  return (
    <MenuButton
      entries={[...own, ...files].map((id) => ({ id, label: t(`file.${id}`), hint: id }))}
      onAction={(name) => fetchFile(`/api/meetings/${encodeURIComponent(meetingId)}/exports/${name}${asked}`)}
    >
      <Icon name="download" />
      {t('export')}
    </MenuButton>
  )
}

/** A download of the browser's own: what fails there is shown there, and this page stays. */
function fetchFile(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
