/** What one fault of the server must come to. */
export interface FaultCase {
  /** As written in the prompt, between double brackets. */
  readonly fault: string;
  readonly state: 'done' | 'failed' | 'needs-permission';
  /** What a person reads; absent where nothing is amiss. */
  readonly words?: string;
  /** Requests for pictures that reach the server: from the popup, and later from the menu. */
  readonly requests?: readonly [popup: number, menu: number];
}

const failed = (fault: string, words: string, requests?: FaultCase['requests']): FaultCase => ({
  fault,
  state: 'failed',
  words,
  ...(requests && { requests }),
});

const done = (fault: string, requests?: FaultCase['requests']): FaultCase => ({
  fault,
  state: 'done',
  ...(requests && { requests }),
});

const CONTENT = 'The server refuses to draw this. Other words may help.';
const CREDIT = 'Your account at the server has no credit left.';
const KEY = 'The server did not accept the API key.';
const MODEL = 'The server does not offer this model.';
const SETTING = 'The server did not accept one of the settings.';
const ENDPOINT = 'There is no image API at this address. Check the API base URL.';
const GATEWAY =
  'A gateway before the server gave up waiting. The picture may have been drawn, and billed, all the same.';
const TROUBLE = 'The server has trouble of its own.';
const UNREADABLE = 'The server answered in a form that cannot be read.';
const NO_PICTURE = 'The server answered without a picture. It may have filtered it out.';
const NOT_KEPT = 'What the server sent is not a picture Depict can keep, for example an SVG drawing.';
const SLOWER = 'The server wants fewer requests at a time. Wait a little.';
const BROKEN = 'The connection to 127.0.0.1:{port} broke after the request had been sent.';
const INCOMPLETE = 'The server stopped in the middle of drawing. What came is shown as a preview.';

/** Errors as servers word them; none is asked twice unless it provably did nothing. */
export const ERRORS: readonly FaultCase[] = [
  failed('content-blocked', CONTENT),
  failed('content-blocked-relay', CONTENT),
  failed('moderated-200', CONTENT),
  failed('out-of-credit', CREDIT),
  failed('out-of-credit-relay', CREDIT),
  failed('billing-limit', CREDIT),
  failed('wrong-key', KEY),
  failed('wrong-key-relay', KEY),
  failed('unverified', 'Your account at the server must be verified before it may use this model.'),
  failed('country', 'The server does not serve this account, or not from this region.'),
  failed('no-model', MODEL),
  failed('no-channel', MODEL),
  failed('bad-parameter quality', SETTING),
  failed('bad-request-500', SETTING),
  failed('errors-array', SETTING),
  failed('detail-array', SETTING),
  failed('string-error', SETTING),
  failed('server-error', TROUBLE),
  failed('bad-gateway', TROUBLE),
  failed('gateway-timeout', GATEWAY),
  failed('cloudflare-timeout', GATEWAY),
  failed('web-page', ENDPOINT),
  failed('not-implemented', ENDPOINT),
  failed('not-found', ENDPOINT, [2, 2]),
  failed('method-not-allowed', ENDPOINT, [2, 2]),
  failed('error-in-200', TROUBLE),
  failed(
    'async-task',
    'This server makes pictures later and wants to be asked again, which Depict does not do. Choose another server.',
  ),
  failed('no-pictures', NO_PICTURE),
  done('rate-limited 1 x1', [2, 2]),
  done('rate-limited-date 1 x1', [2, 2]),
  done('rate-limited-empty x1', [2, 2]),
  done('rate-limited-relay x1', [2, 2]),
  done('overloaded x1', [2, 2]),
  done('plain-text-error x1', [2, 2]),
  failed('rate-limited-ms 50', SLOWER, [5, 5]),
  failed('rate-limited 3600', SLOWER),
  done('unknown-parameter quality', [2, 1]),
];

/** What the line between does. */
export const TRANSPORT: readonly FaultCase[] = [
  done('delay 300'),
  done('drip 400'),
  // On a connection it had used before, the browser itself would send the request again (docs/browser-notes.md).
  failed('reset', BROKEN),
  failed('cut', BROKEN),
  done('bad-end'),
  done('long-length'),
  done('early-end'),
  done('text-around'),
  failed('huge', 'The server’s answer was larger than any picture. It was broken off.'),
  failed(
    'redirect-elsewhere',
    'The server at 127.0.0.1:{port} sends requests elsewhere. Depict did not follow, so that your key stays where you entered it. Check the API base URL.',
    [2, 2],
  ),
];

/** What a reply may hold in place of a plain picture. */
export const PICTURES: readonly FaultCase[] = [
  failed('truncated-base64', UNREADABLE),
  failed('bad-base64', UNREADABLE),
  failed('truncated-picture', NOT_KEPT),
  failed('svg', NOT_KEPT),
  done('wrong-mime'),
  done('data-address'),
  done('prefixed-base64'),
  done('urlsafe-base64'),
  done('empty-strings'),
  done('raw-bytes'),
  done('address'),
  done('address-relative'),
  done('address-protocol-relative'),
  done('address-signed'),
  failed('address-forbidden', 'The picture could not be fetched from 127.0.0.1:{port}.'),
  failed('address-missing', 'The picture could not be fetched from 127.0.0.1:{port}.'),
  failed('address-redirect', 'The picture could not be fetched from 127.0.0.1:{port}.'),
  {
    fault: 'address-elsewhere',
    state: 'needs-permission',
    words: 'The picture is ready at localhost:{port}. Allow Depict to read that server to save it.',
  },
  done('base64-as-address'),
  done('base64-elsewhere'),
  done('picture-and-error'),
  done('echo-key'),
  done('json-stream'),
  done('json-stream-mislabelled'),
  done('mixed'),
  done('fewer'),
  done('new-api-old'),
  done('litellm'),
  done('one-api'),
  done('local-ai'),
  done('server-kind litellm'),
];

/** Met only by those who ask for a stream. */
export const STREAMS: readonly FaultCase[] = [
  failed('stream-cut', INCOMPLETE),
  failed('stream-reset', BROKEN),
  failed('stream-error 1', TROUBLE),
  failed('stream-error 2', TROUBLE),
  failed('stream-error 3', TROUBLE),
  failed('stream-error 4', TROUBLE),
  failed('stream-error 5', TROUBLE),
  done('stream-each'),
  done('stream-item-failed'),
  done('stream-early'),
  done('stream-plain'),
  done('stream-crlf'),
  done('stream-cr'),
  done('stream-comments'),
  done('stream-done'),
  done('stream-no-last-blank'),
  done('stream-json'),
  done('stream-responses'),
  done('stream-url'),
  done('stream-chunks 997'),
  done('stream-large 12'),
  done('new-api'),
  failed('one-api', TROUBLE),
];

/** Found out once and remembered, so that the second request goes the right way at once; last, as it stays. */
export const PATHS: readonly FaultCase[] = [done('redirect-slash', [2, 1]), done('slash-only', [1, 1])];

/** Takes longer than the other tests together, and has a test of its own. */
const ELSEWHERE = ['hang'];

/** Names of all faults that are met. */
export const MET_FAULTS: ReadonlySet<string> = new Set([
  ...ELSEWHERE,
  ...[ERRORS, TRANSPORT, PICTURES, STREAMS, PATHS].flat().map(({ fault }) => fault.split(' ')[0] ?? ''),
]);
