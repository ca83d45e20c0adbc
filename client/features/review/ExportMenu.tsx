import { Icon, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface ExportMenuProps {
  readonly meetingId: string
  /** The version that the page shows; null: the record as it is. */
  readonly version: number | null
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

/** The record, its agenda and the follow-up note as files to carry elsewhere. */
export function ExportMenu({ meetingId, version }: ExportMenuProps) {
  const { t } = useWords('review')
  const asked = version === null ? '' : `?version=${version}`
  return (
    <MenuButton
      entries={files.map((id) => ({ id, label: t(`file.${id}`), hint: id }))}
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
