import { build } from 'vite'
import { expect, test } from 'vitest'

/** All files of ours, and packages, that are loaded with this one. */
async function loadedWith(entry: string): Promise<readonly string[]> {
  const ids: string[] = []
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, write: false, target: 'node20' },
    plugins: [{ name: 'ids', generateBundle: (_options, bundle) => void ids.push(...idsIn(bundle)) }],
  })
  return ids
}

function idsIn(bundle: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(bundle).flatMap((chunk) => {
    if (typeof chunk !== 'object' || chunk === null) return []
    const imports = 'imports' in chunk && Array.isArray(chunk.imports) ? chunk.imports.map(String) : []
    const modules = 'moduleIds' in chunk && Array.isArray(chunk.moduleIds) ? chunk.moduleIds.map(String) : []
    return [...imports, ...modules]
  })
}

const makers = /renderExport|composeDocument|render(Docx|Pdf|Html|Markdown|Calendar)|typst|^docx$|document\.typ/

test('[EXP85] what the server’s own thread loads of this room cannot make a document: the code for that is in the thread’s file alone', async () => {
  const own = await loadedWith('server/exports/index.ts')
  const thread = await loadedWith('server/exports/worker.ts')
  expect(own.some((id) => id.endsWith('createExporter.ts'))).toBe(true)
  expect(own.filter((id) => makers.test(id))).toEqual([])
  for (const maker of ['renderExport.ts', 'composeDocument.ts', 'renderDocx.ts', 'renderPdf.ts', 'docx']) {
    expect(
      thread.some((id) => id.endsWith(maker)),
      maker,
    ).toBe(true)
  }
})
