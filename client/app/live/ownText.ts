/** All words of a page, for whoever must take them along: the last resort when nothing can be kept. */
export interface OwnText {
  readonly copy: () => void
  readonly download: () => void
}

/** Ways to take along what `read` gives. A clipboard that refuses is made up for by a file. */
export function ownText(read: () => string): OwnText {
  const download = () => saveAsFile(read())
  return {
    copy: () => {
      navigator.clipboard?.writeText(read()).catch(download) ?? download()
    },
    download,
  }
}

function saveAsFile(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'my-text.txt'
  link.click()
  // The browser has taken hold of the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
