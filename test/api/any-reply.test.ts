import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import { ask } from './ask';

const anyStatus = fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 405, 408, 413, 429, 500, 503, 524);
const anyType = fc.constantFrom('application/json', 'text/event-stream', 'text/html', 'image/png', 'x', '');

const field = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('AAEC', 'https://a.example/1', 'data:image/png;base64,AAEC'),
);
const entry = fc.record(
  { b64_json: field, url: field, image_url: field, revised_prompt: field, task_id: field },
  { requiredKeys: [] },
);
const anyJson = fc
  .oneof(
    fc.jsonValue(),
    fc.record(
      {
        type: fc.constantFrom(
          'error',
          'image_generation.completed',
          'response.completed',
          'response.failed',
          'x',
        ),
        data: fc.oneof(fc.array(fc.oneof(entry, field)), field),
        images: fc.oneof(fc.array(entry), field),
        b64_json: field,
        item: field,
        response: field,
        usage: field,
        error: field,
        message: field,
        detail: field,
        status: field,
        success: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map((value) => JSON.stringify(value));

const anyBody = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    anyJson,
    fc.array(anyJson, { maxLength: 4 }).map((all) => all.map((data) => `data: ${data}\n\n`).join('')),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<!doctype html>', '\x89PNG\r\n\x1a\n', 'data:', ': x', '[DONE]'),
  )
  .map((body) => (typeof body === 'string' ? body : Uint8Array.from(body)));

it('whatever a server answers ends with a picture and a summary, or with a failure', async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, anyStatus, anyType, async (body, status, type) => {
      const headers = { 'content-type': type };
      const { events, thrown } = await ask(
        () => new Response(status === 204 ? null : body, { status, headers }),
      );
      const isDrawn =
        events.at(-1)?.kind === 'summary' &&
        events.some((event) => event.kind === 'pictures' && event.pictures.length > 0);
      expect(thrown instanceof FailureError || (isDrawn && thrown === undefined)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('whatever a server answers never shows the key', async () => {
  const secret = 'k3y/with+signs';
  await fc.assert(
    fc.asyncProperty(anyJson, anyStatus, async (json, status) => {
      const body = json.replace(/"(?=[^":]*"(?!:))/, `"${secret} `);
      const { failure } = await ask(() => new Response(status === 204 ? null : body, { status }), {
        server: { key: secret },
      });
      expect(JSON.stringify(failure ?? {})).not.toContain(secret);
    }),
    { numRuns: 300 },
  );
});
