import Ajv from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { recordJsonSchema } from '../../../server/exports/index.ts'
import { recordExportSchema } from '../../../server/exports/json/recordSchema.ts'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { madeText } from '../../support/exports/readBack.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

test('[EXP30] the JSON of every record fits the published schema, which knows no other field', async () => {
  const schema = recordJsonSchema('https://example.org/api/schemas/record.json')
  const fits = new Ajv({ strict: false, allErrors: true }).compile(schema)
  for (const { record, context } of [scriptsRecord(), ...hostileTexts.map(hostileRecord)]) {
    for (const name of ['record.json', 'agenda.json', 'follow-up.json'] as const) {
      const data: unknown = JSON.parse(await madeText(name, record, context))
      expect(fits(data), JSON.stringify(fits.errors)).toBe(true)
      expect(recordExportSchema.safeParse(data).success).toBe(true)
    }
  }
  const data = JSON.parse(await madeText('record.json', scriptsRecord().record, scriptsRecord().context)) as Record<
    string,
    unknown
  > // ours
  expect(fits({ ...data, extra: 1 })).toBe(false)
  expect(fits({ ...data, record: { ...(data.record as object), meetingId: 5 } })).toBe(false)
})

test('[EXP31] the JSON of a record is complete, letter by letter', async () => {
  for (const text of [...hostileTexts.filter((one) => one.isWellFormed()), ...controlTexts]) {
    const { record, context } = hostileRecord(text)
    const data: unknown = JSON.parse(await madeText('record.json', record, context))
    expect(data).toMatchObject({ format: 'rapporteur.record', formatVersion: 1, record: JSON.parse(JSON.stringify(record)) })
  }
  const { record, context } = scriptsRecord()
  const data = JSON.parse(await madeText('record.json', record, context)) as { readonly delegations: unknown } // ours
  expect(data).toMatchObject({ record: JSON.parse(JSON.stringify(record)), group: { name: context.groupName } })
  expect(data.delegations).toEqual(context.delegations)
})
