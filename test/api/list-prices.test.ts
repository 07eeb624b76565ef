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
    ['the default group, where all may use it', ['all'], { default: 2, vip: 0.5 }, 2],
    ['its own groups, where all have the same', ['vip', 'svip'], { default: 2, vip: 3, svip: 3 }, 3],
    ['its only group', ['vip'], { default: 2, vip: 3 }, 3],
  ])('is multiplied by the ratio of %s', (_, enable_groups, group_ratio, ratio) => {
    const { perPicture } = price({ ...PER_CALL, model_price: 1, enable_groups }, group_ratio) ?? {};
    expect(perPicture).toBe(ratio);
  });

  it.each<[string, readonly string[], unknown]>([
    ['there are no ratios', ['default'], null],
    ['the ratio of its group is missing', ['default'], { vip: 2 }],
    ['the ratio of its group is a text', ['default'], { default: '2' }],
    ['the ratio of its group is negative', ['default'], { default: -1 }],
    ['the ratio is absurd', ['default'], { default: 1e308 }],
    [
      'its groups pay differently, and none is the default',
      ['vip', 'svip'],
      { default: 2, vip: 1.5, svip: 3 },
    ],
    ['none of its groups is known', ['x'], { default: 2 }],
  ])('is unknown where %s', (_, enable_groups, group_ratio) => {
    expect(price({ ...PER_CALL, enable_groups }, group_ratio)).toBeUndefined();
  });

  it('is that of the groups an account may use, and of the dearest it is put into by itself', () => {
    const row = { ...PER_CALL, model_price: 1, enable_groups: ['default', 'vip', 'svip'] };
    const body = { data: [row], group_ratio: { default: 1, vip: 0.5, svip: 5 } };
    const perPicture = (changes: object) => parsePrices({ ...body, ...changes })[0]?.perPicture;
    expect(perPicture({})).toBe(1);
    expect(perPicture({ auto_groups: ['svip', 'default'] })).toBe(5);
    expect(perPicture({ auto_groups: ['vip'] })).toBe(1);
    expect(perPicture({ usable_group: { vip: 'VIP' } })).toBe(0.5);
    expect(perPicture({ usable_group: { vip: 'VIP', svip: 'SVIP' } })).toBeUndefined();
  });

  it.each([
    { billing_mode: 'tiered_expr', billing_expr: 'tier("standard", p * 5 + c * 30)' },
    { billing_expr: 'tier("image", fixed(0.02))' },
    { billing_mode: 'tiered' },
    { billing_mode: 7 },
  ])('is unknown where it is billed by %j', (billing) => {
    expect(price({ ...PER_CALL, ...billing })).toBeUndefined();
    expect(price({ ...BY_TOKEN, model_ratio: 0, ...billing })).toBeUndefined();
  });

  it.each([undefined, null, '', 'ratio'])('is read where it is billed by %j', (billing_mode) => {
    expect(price({ ...PER_CALL, billing_mode, billing_expr: '' })).toEqual({
      model: 'flux',
      perPicture: 0.03,
    });
  });

  it('may be nothing', () => {
    expect(price({ ...PER_CALL, model_price: 0 })).toEqual({ model: 'flux', perPicture: 0 });
  });

  it('is unknown where the list has two for one model', () => {
    const other = { ...PER_CALL, model_price: 0.5 };
    const group_ratio = { default: 1 };
    expect(parsePrices({ data: [PER_CALL, other], group_ratio })).toEqual([]);
    expect(parsePrices({ data: [PER_CALL, PER_CALL], group_ratio })).toHaveLength(2);
  });

  it('is in range, or unknown, whatever numbers a list holds', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, 1, 1e308, -1, NaN));
    const row = fc.record({
      model_name: fc.constant('flux'),
      quota_type: fc.constantFrom(0, 1, 2, '1'),
      model_price: number,
      model_ratio: number,
      completion_ratio: number,
      image_ratio: number,
    });
    fc.assert(
      fc.property(row, number, (entry, ratio) => {
        const { perPicture, perMillion } = price(entry, { default: ratio }) ?? {};
        const { textInput, imageInput, imageOutput, textOutput } = perMillion ?? {};
        const dollars = [perPicture, textInput, imageInput, imageOutput, textOutput];
        expect(dollars.every((value = 0) => value >= 0 && value <= 1e6)).toBe(true);
      }),
    );
  });

  it.each([
    null,
    'flux',
    { ...PER_CALL, model_name: '' },
    { ...PER_CALL, model_price: '0.03' },
    { ...PER_CALL, model_price: -1 },
    { ...PER_CALL, quota_type: 2 },
    { ...BY_TOKEN, model_ratio: null },
    { ...BY_TOKEN, completion_ratio: '8' },
    { ...BY_TOKEN, image_ratio: -2 },
    { ...PER_CALL, model_name: 'x'.repeat(101) },
    { ...PER_CALL, quota_type: '1' },
  ])('is not read from %j', (entry) => {
    expect(parsePrices({ data: [entry, PER_CALL], group_ratio: { default: 1 } })).toEqual([
      { model: 'flux', perPicture: 0.03 },
    ]);
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
