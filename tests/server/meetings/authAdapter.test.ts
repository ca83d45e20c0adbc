import { authFlowTestSuite, caseInsensitiveTestSuite, normalTestSuite, testAdapter } from '@better-auth/test-utils/adapter'
import { describe } from 'vitest'
import { authAdapter } from '../../../server/meetings/accounts/authAdapter.ts'
import type { JsonFile, PeopleFile } from '../../../server/storage/index.ts'
import { ok, type Result } from '../../../shared/base/index.ts'

/** A file that only remembers: better-auth's suites ask about the adapter, the storage tests about the disk. */
function file(): JsonFile<PeopleFile> {
  let value: PeopleFile = { auth: {}, administrators: [], tokens: [], links: [] }
  return {
    get value() {
      return value
    },
    async update<R>(change: (value: PeopleFile) => Result<{ value: PeopleFile; result: R }>): Promise<Result<R>> {
      const changed = change(value)
      if (!changed.ok) return changed
      // Through JSON, as the disk would give it back.
      value = JSON.parse(JSON.stringify(changed.value.value))
      return ok(changed.value.result)
    },
  }
}

for (const sealSessions of [false, true]) {
  describe(sealSessions ? '[PEO1] sealed' : '[PEO1] plain', async () => {
    const people = file()
    const { execute } = await testAdapter({
      adapter: () => authAdapter(people, { sealSessions }),
      runMigrations: () => {},
      tests: sealSessions ? [authFlowTestSuite()] : [normalTestSuite(), authFlowTestSuite(), caseInsensitiveTestSuite()],
    })
    execute()
  })
}
