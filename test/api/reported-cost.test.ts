import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asObject, type JsonObject } from '@/utils/api/json-value';
import { parseUsage } from '@/utils/api/parse-usage';
import { headerCost } from '@/utils/api/reported-cost';

const costOf = (body: JsonObject): number | undefined => parseUsage(body).reportedCost;

const report = (file: string): JsonObject =>
  asObject(JSON.parse(readFileSync(`test/fixtures/reports/${file}`, 'utf8'))) ?? {};

it('of xAI is in ticks, as reported', () => {
  expect(costOf(report('d01-cost-in-ticks.json'))).toBeCloseTo(0.02, 12);
});

it('of nothing but zeros is unknown, and so are the tokens, as reported', () => {
  expect(parseUsage(report('d03-usage-all-zero.json'))).toEqual({});
});

describe('the cost in a body', () => {
  it.each<[string, JsonObject, number | undefined]>([
    [
      'OpenRouter',
      { usage: { cost: 0.04, is_byok: false, cost_details: { upstream_inference_cost: 0.04 } } },
      0.04,
    ],
    [
      'OpenRouter, without a key of one’s own',
      { usage: { cost: 0.04, cost_details: { upstream_inference_cost: null } } },
      0.04,
    ],
    [
      'OpenRouter, with a key of one’s own',
      { usage: { cost: 0.05, is_byok: true, cost_details: { upstream_inference_cost: 1 } } },
      1.05,
    ],
    [
      'OpenRouter, fee below the upstream cost',
      { usage: { cost: 0.95, cost_details: { upstream_inference_cost: 19 } } },
      19.95,
    ],
    [
      'OpenRouter, fee of zero',
      { usage: { cost: 0, is_byok: true, cost_details: { upstream_inference_cost: 0.03 } } },
      0.03,
    ],
    ['xAI at the top', { cost_in_usd_ticks: 400_000_000 }, 0.04],
    ['LiteLLM', { _hidden_params: { response_cost: 0.042 } }, 0.042],
    ['DeepInfra, own API', { inference_status: { status: 'succeeded', cost: 0.0005 } }, 0.0005],
    ['DeepInfra, compatible API', { usage: { estimated_cost: 0.0005 } }, 0.0005],
    ['Runware, by picture', { data: [{ cost: 0.01 }, { cost: 0.02 }] }, 0.03],
    ['Runware, one of them unknown', { data: [{ cost: 0.01 }, {}] }, undefined],
    ['a total', { usage: { total_cost: 0.02 } }, 0.02],
    ['a total with its currency in the name', { total_cost_usd: 0.02 }, 0.02],
    ['a price', { usage: { price: '0.02' } }, 0.02],
    ['an object with a total', { usage: { cost: { input: 0.01, total_cost: 0.02, currency: 'USD' } } }, 0.02],
    ['an object in another currency', { usage: { cost: { total: 0.02, currency: 'CNY' } } }, undefined],
    ['a text', { usage: { cost: '0.02' } }, 0.02],
    ['a currency beside it', { usage: { cost: 0.02, currency: 'usd' } }, 0.02],
    ['another currency beside it', { usage: { cost: 0.14, currency: 'CNY' } }, undefined],
    ['another currency of the whole reply', { cost: 0.14, currency: 'RMB', data: [] }, undefined],
    ['credits', { usage: { credits: 10, credits_cost: 10, points: 4, quota: 10_000 } }, undefined],
    ['a unit of credits', { usage: { cost: 10, unit: 'credits' } }, undefined],
    [
      'a repeated cost',
      { usage: { cost: 0.02 }, cost: 0.02, total_cost_usd: 0.02, data: [{ cost: 0.02 }] },
      0.02,
    ],
    ['zero', { usage: { cost: 0 }, cost: 0, _hidden_params: { response_cost: 0 } }, undefined],
    ['a negative number', { usage: { cost: -1 } }, undefined],
    ['an absurd number', { usage: { cost: 1e300 } }, undefined],
    ['absurd ticks', { usage: { cost_in_usd_ticks: 1e300 } }, undefined],
    ['no number', { usage: { cost: 'free' } }, undefined],
    ['nothing', {}, undefined],
  ])('of %s', (_, body, dollars) => {
    const cost = costOf(body);
    expect(cost === undefined ? undefined : Number(cost.toFixed(12))).toBe(dollars);
  });

  it('is above zero and in range, or unknown, whatever comes', () => {
    const amount = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.object({ maxDepth: 1 }));
    const body = fc.record(
      {
        usage: fc.record(
          { cost: amount, cost_in_usd_ticks: amount, total_cost: amount },
          { requiredKeys: [] },
        ),
        cost: amount,
        data: fc.array(fc.record({ cost: amount })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(body, (reply) => {
        const { reportedCost: cost, usage } = parseUsage(reply);
        expect(cost ?? 1).toSatisfy((dollars: number) => dollars > 0 && dollars <= 1e6);
        expect(usage).toBeUndefined();
      }),
    );
  });
});

it('knows tokens only in range', () => {
  const usage = { input_tokens: 1e13, output_tokens: 4160, total_tokens: 1e300 };
  expect(parseUsage({ usage })).toEqual({ usage: { outputTokens: 4160 } });
});

describe('the cost in headers', () => {
  it.each<[Readonly<Record<string, string>>, number | undefined]>([
    [{ 'x-litellm-response-cost': '0.042' }, 0.042],
    [{ 'x-litellm-response-cost': '4.2e-05' }, 0.000042],
    [{ 'x-litellm-response-cost': '0' }, undefined],
    [{ 'x-litellm-response-cost': 'None' }, undefined],
    [{ 'x-litellm-response-cost': '1e300' }, undefined],
    [{ 'x-request-cost': '0.008505 USD' }, 0.008505],
    [{ 'x-request-cost': '$0.02' }, 0.02],
    [{ 'x-request-cost': '37' }, undefined],
    [{ 'x-request-cost': '37 ms' }, undefined],
    [{}, undefined],
  ])('%j is %s', (headers, dollars) => {
    expect(headerCost(new Headers(headers))).toBe(dollars);
  });
});
