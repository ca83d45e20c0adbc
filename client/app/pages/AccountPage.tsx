import { OwnAccount } from '../../features/people/index.ts'
import { Bar, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { GoTo } from '../router/GoTo.tsx'

/** `/account`: one's own account. A guest has none. */
export function AccountPage() {
  const { t } = useWords('people')
  const common = useWords()
  return (
    <InsideOnly>
      {({ account }) =>
        account ? (
          <Page
            title={t('account.title')}
            bar={
              <Bar crumbs={[{ label: common.t('home'), href: '/' }, { label: t('account.title') }]}>
                <BarEnd />
              </Bar>
            }
          >
            <OwnAccount name={account.name} email={account.email} />
          </Page>
        ) : (
          <GoTo href="/" />
        )
      }
    </InsideOnly>
  )
}
