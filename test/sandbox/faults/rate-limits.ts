import { errorBody } from '../api/refusal';
import { countOf, type Fault, type FaultTable } from './fault';
import { relayed } from './relay-errors';

/** OpenAI's 429, with headers that say how long to wait. */
function limited(
  summary: string,
  value: { readonly name: string; readonly fallback: string },
  header: (count: number) => Readonly<Record<string, string>>,
): Fault {
  return {
    summary,
    value,
    answer: (_call, given) => {
      const body = errorBody({
        message: 'Rate limit reached for images per minute. Please try again later.',
        type: 'requests',
        param: null,
        code: 'rate_limit_exceeded',
      });
      return Response.json(body, { status: 429, headers: header(countOf(given)) });
    },
  };
}

/** Too many requests, in every way of saying when to come back. */
export const rateLimits: FaultTable = {
  'rate-limited': limited('429 with retry-after', { name: 'seconds', fallback: '1' }, (seconds) => ({
    'retry-after': String(seconds),
  })),
  'rate-limited-ms': limited('429 with retry-after-ms', { name: 'ms', fallback: '100' }, (ms) => ({
    'retry-after-ms': String(ms),
  })),
  'rate-limited-date': limited(
    '429 with retry-after as a date',
    { name: 'seconds', fallback: '2' },
    (seconds) => ({ 'retry-after': new Date(Date.now() + seconds * 1000).toUTCString() }),
  ),
  'rate-limited-empty': {
    summary: '429 without a word',
    bare: true,
    answer: () => new Response(null, { status: 429 }),
  },
  'rate-limited-relay': relayed('429 of a relay, without a code', 429, {
    code: '',
    message: '您已达到请求数限制：1分钟内最多请求10次',
  }),
};
