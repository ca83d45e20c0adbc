import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The component library speaks some thirty languages; a page fetches only those that have a catalogue of ours. */
function ownLanguagesOnly(): Plugin {
  return {
    name: 'own-languages-only',
    enforce: 'pre',
    load(id) {
      const locale = /react-(?:aria|stately)[^?]*\/intl\/[\w-]+\/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
      return locale === undefined || locale === 'en-US' || locale === 'ar-AE' ? null : 'export default {}'
    },
  }
}

/** What libraries bring along for others than us: a page of ours would fetch it and never use it. */
function leftOut(): Plugin {
  const colours = ['BOLD', 'UNBOLD', 'BLUE', 'GREY', 'GREEN', 'RED', 'PURPLE', 'ORANGE', 'UNCOLOR']
  const parts: readonly (readonly [RegExp, string])[] = [
    // Yjs prints its few warnings through coloured logs that look at the page and at schemas; the console itself is enough.
    [
      /\/node_modules\/lib0\/logging\.js$/,
      [...colours.map((name) => `export const ${name} = ''`), 'export const { log: print, warn } = console'].join('\n'),
    ],
    // The line is a WebSocket or long polling; no server of ours speaks WebTransport.
    [/\/node_modules\/engine\.io-client\/build\/esm\/transports\/webtransport\.js$/, 'export class WT {}'],
  ]
  return {
    name: 'left-out',
    enforce: 'pre',
    load: (id) => parts.find(([file]) => file.test(id))?.[1] ?? null,
  }
}

/** Packs the files once, while they are built: the server hands them out as they lie there, and packs nothing while people write. */
function packed(): Plugin {
  const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)]
  let folder = here('dist/client')
  return {
    name: 'packed',
    apply: 'build',
    enforce: 'post',
    configResolved({ build }) {
      folder = build.outDir
    },
    async closeBundle() {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const path = join(folder, name)
          const bytes = readFileSync(path)
          if (bytes.length < 1024) return
          // Not the highest level: it costs seconds at each build and saves a fiftieth.
          writeFileSync(`${path}.br`, await asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
          writeFileSync(`${path}.gz`, await asGzip(bytes, { level: 9 }))
        }),
      )
    },
  }
}

// The browser's side. Nothing inline anywhere: the content security policy allows files of our own origin and nothing else.
export default defineConfig({
  root: here('client'),
  publicDir: here('client/public'),
  plugins: [
    react(),
    ownLanguagesOnly(),
    leftOut(),
    packed(),
    VitePWA({
      // A new release waits for a person's word; it never swaps the page under somebody who writes.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Rapporteur',
        short_name: 'Rapporteur',
        display: 'standalone',
        start_url: '/',
        icons: [{ src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}', 'assets/source-*-latin-*.woff2'],
        maximumFileSizeToCacheInBytes: 4_000_000,
        navigateFallback: '/index.html',
        // The server's answers are never kept by the worker: what may be read offline is kept by the page itself, per person.
        navigateFallbackDenylist: [/^\/api(\/|$)/, /^\/socket\.io(\/|$)/, /^\/yjs(\/|$)/, /^\/(livez|readyz|metrics)$/],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  build: {
    // A page's code and all that it needs are asked for at once; a part that comes later is fetched ahead anyway, and brings its style.
    modulePreload: { resolveDependencies: (file, files) => (/(?:Page|words)/.test(file) ? files : []) },
    outDir: here('dist/client'),
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    // Which file holds which module: a test adds up what a page fetches.
    manifest: true,
    // React, the router and the components are one shared chunk of some 660 kB; a larger one should be noticed.
    chunkSizeWarningLimit: 680,
    // light-dark() and nesting as they are written: these browsers know them (Baseline 2024).
    target: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The sentences of one language that come after the sheet of the live meeting, in one file.
            ...['en', 'ar'].map((language) => ({
              name: `words-${language}-room`,
              test: new RegExp(`/words/${language}/(?:room|floor|attendance)\\.ts$`),
            })),
            // What goes together comes in one file, with all that it needs: many small files pack badly. Every page; every page with a
            // bar; whatever shows a live document; the live meeting.
            // What only pages with papers need of a room that every page enters: versions and their differences, the judge of updates.
            {
              name: 'paper',
              test: /\/shared\/record\/(?:paper|copies|judge)\/|\/node_modules\/diff\//,
              priority: 5,
              includeDependenciesRecursively: false,
            },
            { name: 'start', test: /\/client\/app\/main\.tsx$/, priority: 4 },
            {
              name: 'frame',
              test: /\/client\/app\/(?:BarEnd|InsideOnly)\.tsx$/,
              priority: 3,
            },
            { name: 'line', test: /\/client\/(?:sync\/openMeeting\.ts|store\/(?!Report|index)\w+\.tsx?)$/, priority: 2 },
            // The floor and those present, which come after the sheet.
            {
              name: 'side',
              test: /\/client\/features\/(?:floor|attendance|presence\/PresentList)/,
              priority: 4,
              includeDependenciesRecursively: false,
            },
            { name: 'live', test: /\/client\/app\/live\/LivePage\.tsx$/, priority: 1 },
          ],
        },
      },
      treeshake: {
        // Making a schema does nothing but make it: one that a page does not use is not fetched, nor the library with it.
        manualPureFunctions: ['z'],
        moduleSideEffects: [
          // The schemas of shared/ run code when they are made, but nothing else happens: that house is pure, and what is unused need not be fetched.
          { test: /\/shared\/(?:base|record|access|session|protocol|register|report|search)\//, sideEffects: false },
          // A door of a room names everything in it; a page fetches what it uses. Style sheets are the side effects that count.
          { test: /\/client\/(?!app\/main\.tsx).*\.tsx?$/, sideEffects: false },
        ],
      },
    },
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  },
})
