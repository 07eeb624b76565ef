import type { FaultTable } from './fault';

const redirect = (location: string): Response => new Response(null, { status: 307, headers: { location } });

/** Servers that answer from somewhere else. Where the redirect leads, the request is answered as always. */
export const redirectFaults: FaultTable = {
  'redirect-elsewhere': {
    summary: '307 to another origin',
    value: { name: 'origin', fallback: 'http://localhost:<port>' },
    answer: (call, value) => {
      const target = URL.canParse(value) ? new URL(value).origin : call.localhostOrigin;
      return target === call.origin ? undefined : redirect(`${target}/v1/images/generations`);
    },
  },
  'redirect-slash': {
    summary: '307 from the path without a slash to the one with',
    bare: true,
    answer: (call) => (call.path.endsWith('/') ? undefined : redirect(`${call.path}/`)),
  },
  'slash-only': {
    summary: '404 unless the path ends with a slash',
    answer: (call) => {
      if (call.path.endsWith('/')) return undefined;
      const message = `Invalid URL (POST ${call.path})`;
      const error = { message, type: 'invalid_request_error', param: '', code: '' };
      return Response.json({ error }, { status: 404 });
    },
  },
};
