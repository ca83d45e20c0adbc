// `npm run dev`: the server is rebuilt and restarted on each change; the pages are served by Vite with hot reload on port 5173.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, root } from './prepare.js'

ensureInstalled()
const { build, createServer } = await import('vite')

let child = null
function restart() {
  if (child === null) return start()
  child.once('exit', start)
  child.kill('SIGTERM')
}
function start() {
  child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? 'http://127.0.0.1:5173' },
  })
}

const watcher = await build({ configFile: join(root, 'server/vite.config.ts'), logLevel: 'warn', build: { watch: {} } })
watcher.on('event', (event) => {
  if (event.code === 'END') restart()
})
const target = `http://127.0.0.1:${process.env.PORT ?? 3000}`
const pages = await createServer({
  configFile: join(root, 'vite.config.ts'),
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': target, '/socket.io': { target, ws: true }, '/yjs': { target, ws: true } },
  },
})
await pages.listen()
pages.printUrls()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    child?.kill('SIGTERM')
    void Promise.allSettled([watcher.close(), pages.close()]).then(() => process.exit(0))
  })
}
