import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPrices, parsePrices } from '@/utils/api/list-prices';
import { createFakeFetch, jsonReply, offline, opaqueRedirect, silence } from '../fakes/fetch';

const SERVER = {
  baseUrl: 'https://api.example:8443/relay/v1',
  key: 'sk-secret',
  headers: { 'api-key': 'azure' },
  timeoutMs: 5000,
};

const PER_CALL = { model_name: 'flux', quota_type: 1, model_price: 0.03, enable_groups: ['default'] };
const BY_TOKEN = {
  model_name: 'gpt-image-1',
  quota_type: 0,
  model_ratio: 2.5,
  completion_ratio: 8,
  image_ratio: 2,
  enable_groups: ['default', 'vip'],
};

/** The prices of one entry, with these ratios of groups. */
function price(entry: object, group_ratio: unknown = { default: 1 }) {
  return parsePrices({ success: true, data: [entry], group_ratio })[0];
}

describe('listPrices', () => {
  it('asks the origin, without anything of the person', async () => {
    const { fetch, calls } = createFakeFetch(() =>
      jsonReply({ data: [PER_CALL], group_ratio: { default: 1 } }),
    );
    expect(await listPrices(fetch, SERVER, 5000)).toEqual([{ model: 'flux', perPicture: 0.03 }]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe('https://api.example:8443/api/pricing');
    expect(calls[0]?.init).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'manual' });
    expect([...(calls[0]?.headers ?? [])]).toEqual([]);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['has no such list', () => jsonReply({ error: { message: 'Invalid URL' } }, { status: 404 })],
    ['keeps it to itself', () => jsonReply({ success: false, message: 'No.' })],
    ['shows a page', () => new Response('<!doctype html>')],
    ['sends elsewhere', opaqueRedirect],
    ['cannot be reached', offline],
    ['refuses with a list', () => jsonReply({ data: [PER_CALL] }, { status: 403 })],
  ])('finds nothing where the server %s', async (_, answer) => {
    const { fetch } = createFakeFetch(answer);
    expect(await listPrices(fetch, SERVER, 5000)).toEqual([]);
  });

  it('finds nothing where the server does not answer in time', async () => {
    expect(await listPrices(createFakeFetch(silence).fetch, SERVER, 1)).toEqual([]);
  });
});

describe('a price', () => {
  it('by the call is by the picture', () => {
    expect(price(PER_CALL)).toEqual({ model: 'flux', perPicture: 0.03 });
  });

  it('by ratio is dollars for a million tokens', () => {
    expect(price(BY_TOKEN)).toEqual({
      model: 'gpt-image-1',
      perMillion: { textInput: 5, imageInput: 10, imageOutput: 40, textOutput: 40 },
    });
  });

  it('without the other ratios is the same for all tokens', () => {
    expect(price({ model_name: 'a', quota_type: 0, model_ratio: 0.5 })).toEqual({
      model: 'a',
      perMillion: { textInput: 1, imageInput: 1, imageOutput: 1, textOutput: 1 },
    });
  });

  it.each<[string, readonly string[] | null, unknown, number]>([
    ['the default group', ['vip', 'default'], { default: 2, vip: 0.5 }, 2],
    ['the default group, where none is named', null, { default: 2, vip: 0.5 }, 2],
    ['the least of its own groups', ['vip', 'svip'], { default: 2, vip: 1.5, svip: 0.5 }, 0.5],
    ['the least of its own groups, where there is no default', ['vip', 'svip'], { vip: 3, svip: 4 }, 3],
    ['the default group, where its own are not known', ['x'], { default: 2 }, 2],
    ['one, where nothing is known', ['default'], undefined, 1],
    ['one, where nothing can be read', ['default'], { default: '2' }, 1],
  ])('is multiplied by the ratio of %s', (_, enable_groups, group_ratio, ratio) => {
    const { perPicture } = price({ ...PER_CALL, model_price: 1, enable_groups }, group_ratio) ?? {};
    expect(perPicture).toBe(ratio);
  });

  it.each([
    null,
    'flux',
    { ...PER_CALL, model_name: '' },
    { ...PER_CALL, model_price: '0.03' },
    { ...PER_CALL, model_price: -1 },
    { ...PER_CALL, quota_type: 2 },
    { ...BY_TOKEN, model_ratio: null },
  ])('is not read from %j', (entry) => {
    expect(parsePrices({ data: [entry, PER_CALL] })).toEqual([{ model: 'flux', perPicture: 0.03 }]);
  });
});

it('takes any JSON without a fault', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (data, group_ratio) => {
      expect(parsePrices({ data: [data], group_ratio })).toBeInstanceOf(Array);
      expect(parsePrices(data)).toBeInstanceOf(Array);
    }),
  );
});
