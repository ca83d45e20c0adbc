import type { SessionState } from '../../../shared/session/index.ts'
import { useMay, useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Review.module.css'
import { ReviewRow } from './ReviewRow.tsx'

/** The actions of earlier meetings that this one reviews, each with what is said of it here. */
export function ReviewList() {
  const { t } = useWords('onward')
  const maySay = useMay('session.amend')
  const reviewing = useSession(pickReviewing)
  const reviews = useSession(pickReviews)
  if (reviewing === null || reviews === null) return null
  return (
    <section className={styles.section} aria-label={t('reviewTitle')}>
      <div className={styles.head}>
        <h3>{t('reviewTitle')}</h3>
        <span className="micro num">{t('reviewCount', { said: reviews.length, all: reviewing.actions.length })}</span>
      </div>
      <p className="micro">{t('reviewText')}</p>
      <ul className={styles.list}>
        {reviewing.actions.map((carried) => (
          <ReviewRow
            key={carried.action}
            carried={carried}
            review={reviews.find((one) => one.action === carried.action) ?? null}
            maySay={maySay}
          />
        ))}
      </ul>
    </section>
  )
}

const pickReviewing = (session: SessionState) => session.reviewing
const pickReviews = (session: SessionState) => session.reviews
