// sync: between the browser and the server: questions over HTTP, and the live line with its outbox.
// Knows no React; must not know what a page shows.
export { ApiRefused, ApiUnreachable } from './ApiError.ts'
export { api, type HttpRecord } from './api.ts'
export { queries } from './queries.ts'
