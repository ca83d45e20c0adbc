import type { Part } from '../../../shared/record/index.ts'
import { cx, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { anchorOf, partIdOf } from './outline.ts'

export interface PartNumberProps {
  readonly part: Part
  /** "7.", as it stands in the margin. */
  readonly children: string
  readonly className?: string | undefined
}

/** The number of a part, which is the link to it: a press goes there and copies the address, to be sent to somebody else. */
export function PartNumber({ part, children, className }: PartNumberProps) {
  const { t } = useWords('record')
  const toast = useToast()
  const number = part.number ?? ''
  const copy = () => {
    // The part's own id stays with it from draft to draft; a number that is not fixed yet does not.
    const { origin, pathname, search } = window.location
    const address = `${origin}${pathname}${search}#${partIdOf(part) ?? anchorOf(number)}`
    navigator.clipboard?.writeText(address).then(
      () => toast(t('linkCopied')),
      // Refused by the browser: the address bar holds the link all the same.
      () => undefined,
    )
  }
  return (
    <a
      className={cx('num', className)}
      href={`#${anchorOf(number)}`}
      aria-label={t(part.kind === 'action' ? 'actionLink' : 'paragraph', { number })}
      onClick={copy}
    >
      {children}
    </a>
  )
}
