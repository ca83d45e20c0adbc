// `npm run --silent rapporteur -- <command>`: the command line, for administrators of the machine.
import { ensureBuilt, ensureInstalled, root } from './prepare.js'

ensureInstalled()
await ensureBuilt()
process.env.NODE_ENV ??= 'production'
// Files that are named on the command line are meant from where it was typed; npm tells that place.
process.env.INIT_CWD ??= process.cwd()
process.chdir(root)
await import('../../dist/server/cli.js')
