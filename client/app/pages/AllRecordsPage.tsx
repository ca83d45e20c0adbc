import { Records, readRecordsQuery, writeRecordsQuery } from '../../features/archive/index.ts'
import { Bar, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useAddress } from '../useAddress.ts'

/** `/records`: the records of every group one belongs to. */
export function AllRecordsPage() {
  const { t } = useWords('archive')
  const common = useWords()
  const [query, setQuery] = useAddress(readRecordsQuery, writeRecordsQuery)
  return (
    <InsideOnly>
      {() => (
        <Page
          title={query.q === '' ? t('allTitle') : query.q}
          bar={
            <Bar crumbs={[{ label: common.t('home'), href: '/' }, { label: t('title') }]}>
              <BarEnd />
            </Bar>
          }
        >
          <Records groupId={null} query={query} onQuery={setQuery} />
        </Page>
      )}
    </InsideOnly>
  )
}
