// `npm run --silent rapporteur -- <command>`: the command line, for administrators of the machine.
import { ensureBuilt, ensureInstalled, root } from './prepare.js'

ensureInstalled()
await ensureBuilt()
process.env.NODE_ENV ??= 'production'
process.chdir(root)
await import('../../dist/server/cli.js')
