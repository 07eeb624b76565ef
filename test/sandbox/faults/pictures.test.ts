import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../server';
import { generate, generateEvents, inspect, post } from '../testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.clear());
afterAll(() => sandbox.close());

const gpt = { model: 'gpt-image-1', prompt: 'a fox' };
const dallE = { model: 'dall-e-2', prompt: 'a fox', size: '256x256' };
const withFault = (body: typeof gpt, fault: string) => ({ ...body, prompt: `a fox [[${fault}]]` });

const decode = (base64 = ''): Buffer => Buffer.from(base64, 'base64');

async function firstItem(fault: string, body: typeof gpt = dallE) {
  const [item] = (await generate(sandbox, withFault(body, fault))).data;
  return item ?? {};
}

describe('base64', () => {
  it('truncated-base64 ends within a group of four', async () => {
    const { b64_json = '' } = await firstItem('truncated-base64');
    expect(b64_json.length % 4).toBe(1);
    expect(() => atob(b64_json)).toThrow('not correctly encoded');
  });

  it('bad-base64 is none', async () => {
    const { b64_json = '' } = await firstItem('bad-base64');
    expect(() => atob(b64_json)).toThrow('Invalid character');
  });

  it('truncated-picture is good base64 of half a PNG', async () => {
    const { b64_json = '' } = await firstItem('truncated-picture');
    expect(atob(b64_json)).toMatch(/^\u0089PNG/);
    await expect(sharp(decode(b64_json)).raw().toBuffer()).rejects.toThrow(/png/i);
  });

  it.each([
    ['prefixed-base64', /^data:image\/png;base64,iVBOR/],
    ['urlsafe-base64', /^iVBOR[\w-]+$/],
    ['empty-strings', /^iVBOR/],
  ])('%s is written its own way and still a picture', async (fault, pattern) => {
    const { b64_json = '' } = await firstItem(fault);
    expect(b64_json).toMatch(pattern);
    const bare = b64_json.replace(/^data:.*,/, '');
    expect(await inspect(Buffer.from(bare, 'base64url'))).toMatchObject({ format: 'png', width: 256 });
  });

  it('empty-strings has them beside the picture', async () => {
    expect(await firstItem('empty-strings')).toMatchObject({ url: '', revised_prompt: '' });
  });

  it('changes finished pictures of a stream too', async () => {
    const [event] = await generateEvents(sandbox, withFault(gpt, 'prefixed-base64'));
    expect(event?.data.b64_json).toMatch(/^data:image\/png;base64,/);
  });
});

describe('format', () => {
  it('wrong-mime says JPEG and sends PNG', async () => {
    const reply = await generate(sandbox, { ...withFault(gpt, 'wrong-mime'), output_format: 'webp' });
    expect(reply.output_format).toBe('jpeg');
    expect(await inspect(decode(reply.data[0]?.b64_json))).toMatchObject({ format: 'png' });
  });

  it('svg sends one', async () => {
    const reply = await generate(sandbox, withFault(gpt, 'svg'));
    expect(reply.output_format).toBe('svg');
    expect(decode(reply.data[0]?.b64_json).toString()).toMatch(/^<svg [^]*<\/svg>$/);
  });

  it('raw-bytes sends a PNG instead of JSON', async () => {
    const response = await post(sandbox, withFault(gpt, 'raw-bytes'));
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(await inspect(Buffer.from(await response.arrayBuffer()))).toMatchObject({ format: 'png' });
  });
});

describe('number', () => {
  it('fewer sends one picture of several', async () => {
    const reply = await generate(sandbox, { ...withFault(dallE, 'fewer'), n: 3 });
    expect(reply.data).toHaveLength(1);
  });

  it('mixed sends base64 and addresses by turns', async () => {
    const reply = await generate(sandbox, { ...withFault(dallE, 'mixed'), n: 3 });
    expect(reply.data.map((item) => Object.keys(item))).toEqual([['b64_json'], ['url'], ['b64_json']]);
    expect((await fetch(reply.data[1]?.url ?? '')).status).toBe(200);
  });
});

describe('addresses', () => {
  it.each([
    ['address', /^http:\/\/127\.0\.0\.1:\d+\/pictures\/[\w-]+\.png$/],
    ['address-elsewhere', /^http:\/\/localhost:\d+\/pictures\/[\w-]+\.png$/],
    ['address-relative', /^\/pictures\/[\w-]+\.png$/],
    ['address-protocol-relative', /^\/\/127\.0\.0\.1:\d+\/pictures\/[\w-]+\.png$/],
    ['address-signed', /\/pictures\/signed\/[\w-]+\.png\?se=2026%3A11&sig=a%2Bb%3D$/],
  ])('%s looks like %s, and there the picture is', async (fault, pattern) => {
    const { url = '' } = await firstItem(fault, gpt);
    expect(url).toMatch(pattern);
    const response = await fetch(new URL(url, sandbox.origin));
    expect(await inspect(Buffer.from(await response.arrayBuffer()))).toMatchObject({ format: 'png' });
  });

  it.each([
    ['address-forbidden', 403],
    ['address-missing', 404],
    ['address-redirect', 302],
  ])('%s answers %i', async (fault, status) => {
    const { url = '' } = await firstItem(fault, gpt);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(status);
  });

  it('address-forbidden says why in XML', async () => {
    const response = await fetch((await firstItem('address-forbidden')).url ?? '');
    expect(response.headers.get('content-type')).toBe('application/xml');
    expect(await response.text()).toMatch(/^<\?xml.*<Code>AuthenticationFailed/);
  });

  it.each([
    ['decoded', (url: string) => url.replace('%3A', ':')],
    ['encoded again', (url: string) => url.replaceAll('%', '%25')],
    ['in small letters', (url: string) => url.toLowerCase()],
    ['left out', (url: string) => url.replace(/\?.*/, '')],
  ])('address-signed answers 403 to a signature that was %s', async (_, change) => {
    const { url = '' } = await firstItem('address-signed');
    expect((await fetch(change(url))).status).toBe(403);
  });

  it('address-redirect leads to the picture on another origin', async () => {
    const response = await fetch((await firstItem('address-redirect')).url ?? '');
    expect(response.url).toMatch(/^http:\/\/localhost:\d+\/pictures\//);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 302, 200]);
  });

  it('data-address carries the picture', async () => {
    const { url = '' } = await firstItem('data-address', gpt);
    expect(url).toMatch(/^data:image\/png;base64,/);
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(await inspect(bytes)).toMatchObject({ format: 'png', width: 1024 });
  });
});
