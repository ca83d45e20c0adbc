import { defineConfig } from 'vite'

// The server as plain modules for Node: our own code in a few entries, every package left where it is installed.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        cli: 'server/cli/index.ts',
        exportWorker: 'server/exports/worker.ts',
        searchWorker: 'server/archive/searchWorker.ts',
        bringInWorker: 'server/bringin/worker.ts',
        copyWorker: 'server/rooms/quarantine/copyWorker.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
