import type { PartWriter } from '../../sync/index.ts'
import { Plate } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface AuthorPlateProps {
  readonly author: PartWriter | null
}

/** Whose it is, as far as it is kept: a nameplate, a name, a kind of delegation, or nothing. */
export function AuthorPlate({ author }: AuthorPlateProps) {
  const { t } = useWords()
  if (author === null) return null
  if (author.code !== null) return <Plate code={author.code} name={author.name ?? undefined} />
  if (author.name !== null) return <bdi className="small">{author.name}</bdi>
  return author.type === null ? null : <span className="micro">{t(`type.${author.type}`)}</span>
}
