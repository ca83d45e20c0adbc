// `npm start`: installs what is missing, builds what is stale, serves.
import { ensureBuilt, ensureInstalled, root } from './prepare.js'

ensureInstalled()
await ensureBuilt()
process.env.NODE_ENV ??= 'production'
process.chdir(root)
await import('../../dist/server/main.js')
