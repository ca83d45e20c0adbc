// The boundaries of the house, as data. `npm run check` runs them; tests/meta proves that the checker is awake.

/** Rooms of each house, top to bottom: a file imports only from its own room and from rooms before it. */
const houses = {
  shared: ['base', 'record', 'access', 'session', 'report', 'register', 'search', 'protocol'],
  server: ['base', 'storage', 'exports', 'bringin', 'rooms', 'archive', 'meetings', 'transports', 'cli'],
  client: ['words', 'ui', 'sync', 'store', 'features', 'app'],
}

/** One library, one home: the places that may import it. */
const homes = [
  [
    '^yjs$|^lib0',
    '^(shared/record|shared/report|server/rooms|server/storage|server/transports/ywebsocket|client/sync|client/store|client/features/text|tests)/',
  ],
  ['^y-protocols', '^(server/rooms|server/transports/ywebsocket|client/sync|client/features/text|tests)/'],
  ['^@tiptap/', '^(client/features/text|tests)/'],
  ['^classic-level$|^lowdb', '^(server/storage|tests)/'],
  ['^minisearch$', '^(server/archive|tests)/'],
  ['^express$|^helmet$', '^(server/transports/http|tests)/'],
  ['^socket\\.io$', '^(server/transports/socket|tests)/'],
  ['^socket\\.io-client$', '^(client/sync|tests)/'],
  ['^ws$', '^(server/transports/ywebsocket/|server/transports/GuardedWebSocketServer|tests/)'],
  ['^better-auth', '^(server/meetings|tests)/'],
  ['^docx$|^@myriaddreamin/|^ical-generator$', '^(server/exports|tests)/'],
  ['^react-aria-components$', '^(client/ui|client/features|client/app)/'],
]

const order = Object.entries(houses).flatMap(([house, rooms]) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: `order-${house}-${room}`,
    comment: `${house}/${room} may not look down at ${rooms.slice(index + 1).join(', ')}`,
    severity: 'error',
    from: { path: `^${house}/${room}/` },
    to: { path: `^${house}/(${rooms.slice(index + 1).join('|')})/` },
  })),
)

const doors = Object.entries(houses).flatMap(([house, rooms]) =>
  rooms
    .filter((room) => !(house === 'client' && (room === 'features' || room === 'app')))
    .map((room) => ({
      name: `door-${house}-${room}`,
      comment: `${house}/${room} is entered by its index.ts only`,
      severity: 'error',
      from: { pathNot: `^(${house}/${room}|tests)/` },
      to: { path: `^${house}/${room}/`, pathNot: `^${house}/${room}/index\\.ts$` },
    })),
)

const libraries = homes.map(([library, home]) => ({
  name: `home-of-${library.replace(/[^a-z]+/gi, '-')}`,
  comment: 'A library has one home',
  severity: 'error',
  from: { path: '^(shared|server|client)/', pathNot: home },
  to: { path: `node_modules/(${library.replaceAll('^', '').replaceAll('$', '(/|$)')})` },
}))

export default {
  forbidden: [
    ...order,
    ...doors,
    ...libraries,
    { name: 'client-never-meets-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    { name: 'server-never-meets-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'shared-stands-alone', severity: 'error', from: { path: '^shared/' }, to: { path: '^(server|client)/' } },
    { name: 'product-without-tests', severity: 'error', from: { path: '^(shared|server|client)/' }, to: { path: '^tests/' } },
    { name: 'shared-is-pure', severity: 'error', from: { path: '^(shared|client)/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/', pathNot: '^client/features/text/' },
      to: { path: '^client/features/([^/]+)/', pathNot: '^client/features/($1|text)/' },
    },
    {
      name: 'door-feature',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/features/([^/]+)/' },
      to: { path: '^client/features/[^/]+/', pathNot: '^client/features/[^/]+/index\\.ts$' },
    },
    { name: 'no-circle', severity: 'error', from: { path: '^(shared|server|client)/' }, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(shared|server|client)/', pathNot: '^server/launch/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
