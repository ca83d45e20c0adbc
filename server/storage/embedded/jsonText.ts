import { sha256 } from '../../base/index.ts'

const format = 1

/** A JSON document as readable text with a checksum over its content, so that bit rot is noticed. */
export function writeJsonText(value: unknown): string {
  return `${JSON.stringify({ format, sha256: sha256(JSON.stringify(value)), content: value }, null, 2)}\n`
}

/** Reads it back; throws when it is not what was written. White space does not count. */
export function readJsonText(text: string): unknown {
  const file: unknown = JSON.parse(text)
  if (typeof file !== 'object' || file === null || !('content' in file) || !('sha256' in file) || !('format' in file)) {
    throw new Error('it is not one of our files')
  }
  if (file.format !== format) throw new Error(`its format is ${String(file.format)}, and this program knows ${format}`)
  if (file.sha256 !== sha256(JSON.stringify(file.content))) throw new Error('its content does not fit its checksum')
  return file.content
}
