import { useRef } from 'react'
import { Button } from '../../ui/index.ts'

export interface FileFieldProps {
  readonly label: string
  readonly isReading: boolean
  readonly isPrimary?: boolean
  readonly onChoose: (file: File) => void
}

const kinds = '.md,.markdown,.txt,.text,.log,.html,.htm,.adoc,.asciidoc,.asc,.docx'

/** A button that asks for a file. The browser's own field is behind it and stays out of the way of the keys. */
export function FileField({ label, isReading, isPrimary = false, onChoose }: FileFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        type="file"
        accept={kinds}
        hidden
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after it was mended.
          event.target.value = ''
          if (file !== undefined) onChoose(file)
        }}
      />
      <Button variant={isPrimary ? 'primary' : 'plain'} isPending={isReading} onPress={() => field.current?.click()}>
        {label}
      </Button>
    </>
  )
}
