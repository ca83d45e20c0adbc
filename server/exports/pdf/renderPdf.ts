import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintDocument } from '../document/PrintDocument.ts'
import template from './document.typ?raw'
import { fontFiles } from './fontFiles.ts'
import { typstInput } from './typstInput.ts'

let compiler: NodeCompiler | null = null

/**
 * The document as PDF, tagged and by PDF/UA-1: it can be read aloud in its order, with headings, lists and tables. Where a sign is
 * in none of our fonts that standard cannot be kept; the file is then tagged all the same, without the claim. Takes its time:
 * only ever called in the thread for documents.
 */
export function renderPdf(document: PrintDocument): Uint8Array {
  // The one thing that is kept: reading the fonts takes longer than setting the type.
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fontFiles()] }] })
  const source = { mainFileContent: template, inputs: { document: typstInput(document) } }
  try {
    return pdf(compiler, source, 'ua-1')
  } catch {
    return pdf(compiler, source, '1.7')
  } finally {
    compiler.evictCache(2)
  }
}

function pdf(compiler: NodeCompiler, source: Parameters<NodeCompiler['compile']>[0], pdfStandard: string): Uint8Array {
  const compiled = compiler.compile(source)
  if (compiled.result === null) {
    const error = compiled.takeError()
    throw new Error(`The document could not be set: ${JSON.stringify(error?.shortDiagnostics)}`)
  }
  return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard, pdfTags: true }))
}
