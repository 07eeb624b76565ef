import * as fc from 'fast-check';

/*
 * Manifests of archives that were made, or changed, to do harm. They are JSON texts, as numbers such as `1e400` and keys
 * such as `__proto__` are lost in objects.
 */

const FUTURE_ID = 'ffffffff-ffff-7000-8000-000000000000';

const LONG = 50_000;

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Values for any field, as JSON. */
const VALUES: readonly string[] = [
  'null',
  'true',
  '""',
  '{}',
  '[]',
  '[null]',
  '7',
  '-1',
  '-0',
  '0.5',
  '1e308',
  '-1e308',
  '1e400',
  '1e-300',
  '9007199254740991',
  '9007199254740993',
  '9000000000000000',
  '8640000000000001',
  '4294967296',
  '1790000000000.5',
  '"javascript:alert(1)"',
  '"http://192.168.0.1/admin"',
  '"https://tracker.example/?id=1"',
  '"no address"',
  '"data:text/html,<script>alert(1)</script>"',
  '"//host"',
  '"<img src=x onerror=alert(1)>"',
  '"../../etc/passwd"',
  '"\\u202Egnp.exe"',
  '"\\u0000"',
  '"\\ud800"',
  '"__proto__"',
  '"constructor"',
  `"${FUTURE_ID}"`,
  '"no id"',
  '"queued"',
  '"running"',
  '"needs-permission"',
  '"won"',
  '{"__proto__":{"state":"queued"}}',
  '{"length":1e9}',
  `"${'a'.repeat(LONG)}"`,
  `[${'7,'.repeat(LONG)}7]`,
  `[${`"${FUTURE_ID}",`.repeat(300)}"a"]`,
  deep(2000),
  `{${Array.from({ length: 300 }, (_, index) => `"${index}":${index}`).join()}}`,
];

/** Fields that an archive may add to each job. */
const JOB_FIELDS: readonly string[] = [
  '"state":"needs-permission","pendingPictures":[{"index":0,"address":"https://tracker.example/1.png"}]',
  '"state":"needs-permission","pendingPictures":[{"index":0,"address":"no address"}]',
  '"state":"queued","waitingFor":"pause","waitingUntil":1',
  '"state":"queued","approved":true,"nextSince":1',
  '"state":"running","startedAt":1',
  '"state":"failed","failure":{"kind":"quotaExhausted","host":"evil.example"},"baseUrl":"https://evil.example/v1"',
  '"state":"failed","failure":null,"finishedAt":null',
  '"state":"failed","parameters":{"model":"a","n":9007199254740991}',
  '"state":"done","parameters":{"model":"a","n":1000},"pictureIds":[]',
  '"createdAt":9000000000000000',
  '"cost":{"amount":1e300,"unknownReplies":-1},"estimate":{"amount":null,"basis":"free"}',
  '"reply":{"actual":{"size":7},"usage":{"totalTokens":1e400},"reportedCost":-1}',
  '"passage":{"quote":"q","before":"","after":"","headings":[],"pageTitle":"t","pageUrl":"javascript:alert(1)","language":""}',
  '"passage":{"position":0.5},"unseen":1,"dismissed":true',
  '"arrivedPictures":[{"id":"a","index":0}],"waitedFor":"turn"',
  `"pictureIds":[${Array.from({ length: 5000 }, (_, index) => `"${index}"`).join()}]`,
  '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
  '"request":{"model":"a","prompt":"b","n":1e9,"response_format":"url","webhook":"https://evil.example"}',
];

/** The same for pictures. */
const PICTURE_FIELDS: readonly string[] = [
  '"width":9007199254740991,"height":9007199254740991',
  '"width":0,"height":0',
  '"width":-1,"height":0.5,"index":9007199254740991',
  '"createdAt":9000000000000000',
  '"createdAt":-1,"favorite":"yes"',
  '"undecoded":true,"deletedAt":5',
  '"tags":["",7,null,"fog"],"note":7',
  `"tags":[${'"a",'.repeat(2000)}"b"],"revisedPrompt":"${'a'.repeat(LONG)}"`,
  '"__proto__":{"polluted":true}',
];

/** Ids that take the place of one of the archive wherever that stands. */
const IDS: readonly string[] = [
  FUTURE_ID,
  '00000000-0000-7000-8000-000000000000',
  '5f0c2f6e-8a57-4c1b-9b0e-d3b1c7e5a902',
  'no id',
  '__proto__',
  '../../a',
  'a'.repeat(900),
];

/** One thing that is done to the text of an honest manifest. */
type Change = (text: string) => string;

const ID = /"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;

/** A simple value behind a name. */
const FIELD = /("\w+":)("(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null)/g;

const at = <Item>(items: readonly Item[], place: number): Item | undefined =>
  items[place % Math.max(items.length, 1)];

function replaceField(place: number, value: string): Change {
  return (text) => {
    const match = at([...text.matchAll(FIELD)], place);
    if (!match) return text;
    return `${text.slice(0, match.index)}${match[1]}${value}${text.slice(match.index + match[0].length)}`;
  };
}

function renameId(place: number, id: string): Change {
  return (text) => {
    const old = at([...new Set([...text.matchAll(ID)].map((match) => match[1] ?? ''))], place) ?? '';
    return text.replaceAll(`"${old}"`, `"${id}"`);
  };
}

/** The later one of two fields of a name counts. */
function addFields(kind: 'job' | 'picture', fields: string): Change {
  return kind === 'job'
    ? (text) => text.replace(/("prompt":"words[^\n]*?"pictureIds":\[[^\]]*\])\}/g, `$1,${fields}}`)
    : (text) => text.replace(/("picture":\{[^}]*)\}/g, `$1,${fields}}`);
}

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...JOB_FIELDS).map((fields) => addFields('job', fields)) },
  { weight: 3, arbitrary: fc.constantFrom(...PICTURE_FIELDS).map((fields) => addFields('picture', fields)) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...IDS)).map(([place, id]) => renameId(place, id)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom(...VALUES))
      .map(([place, value]) => replaceField(place, value)),
  },
  fc.nat().map(
    (place): Change =>
      (text) =>
        text.slice(0, place % text.length),
  ),
  fc.nat().map(
    (place): Change =>
      (text) =>
        `${text.slice(0, place % text.length)}]${text.slice(place % text.length)}`,
  ),
  fc.constantFrom<Change[]>(
    (text) => text.replace(/"jobs":\[\n/, `"jobs":[${'{},'.repeat(LONG)}`),
    (text) => text.replace(/"jobs":\[\n/, `"jobs":[${deep(2000)},`),
    (text) => text.replace(/\n/g, ''),
    (text) => text.replace('"version":1', '"version":1e400'),
    (text) => text.replace('depict-archive', 'other'),
    (text) => text.replace('{', '{"__proto__":{"version":1},'),
  ),
);

/** Any hostile manifest that is made from an honest one. */
export function anyHostileManifest(honest: string): fc.Arbitrary<string> {
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((text, apply) => apply(text), honest));
}
