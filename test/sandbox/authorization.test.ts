import * as v from 'valibot';
import { expect, it } from 'vitest';
import { maskKey } from './api/authorization';
import { errorReply, sandboxForTest } from './testing';

async function ask(authorization: string | undefined, key?: string) {
  const sandbox = await sandboxForTest(key === undefined ? {} : { key });
  const headers = authorization === undefined ? {} : { authorization };
  const response = await fetch(`${sandbox.baseUrl}/models`, { headers });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

it.each([
  ['no header', undefined],
  ['an empty key', 'Bearer '],
  ['another scheme', 'Basic c2s6'],
])('asks for a key when there is %s', async (_, header) => {
  const { status, body } = await ask(header);
  const { error } = v.parse(errorReply, body);
  expect(status).toBe(401);
  expect(error).toMatchObject({ type: 'invalid_request_error', code: null, param: null });
  expect(error.message).toMatch(/didn't provide an API key/);
});

it('takes any key', async () => {
  expect((await ask('Bearer anything')).status).toBe(200);
});

it.each([
  ['a key that begins with wrong', 'wrong-key-1234', undefined],
  ['another key than the one given', 'sk-other-1234', 'sk-mine-1234'],
  ['a key that goes on after the one given', 'sk-mine-12345', 'sk-mine-1234'],
])('refuses %s and does not repeat it', async (_, sent, accepted) => {
  const { status, body } = await ask(`Bearer ${sent}`, accepted);
  const { error } = v.parse(errorReply, body);
  expect(status).toBe(401);
  expect(error).toMatchObject({ type: 'invalid_request_error', code: 'invalid_api_key', param: null });
  expect(error.message).toContain(`***${sent.slice(-4)}`);
  expect(error.message).not.toContain(sent);
});

it('takes the one key that was given, even one that begins with wrong', async () => {
  expect((await ask('Bearer wrong-but-mine', 'wrong-but-mine')).status).toBe(200);
});

it.each([
  ['sk-proj-abcdefghijklmnop', 'sk-proj-************mnop'],
  ['123456789', '12***6789'],
  ['12345678', '********'],
  ['1', '*'],
])('shows %s as %s', (key, masked) => {
  expect(maskKey(key)).toBe(masked);
});
