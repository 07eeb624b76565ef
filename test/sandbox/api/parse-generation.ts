import * as v from 'valibot';
import { checkCombinations } from './combinations';
import { families, type FamilyName, type ParameterTable } from './families';
import { servedFamily } from './models';
import { parseSize, type Size } from './free-size';
import { badRequest, Refusal } from './refusal';
import { checkValue, wrongType } from './rules';

const imageFormats = ['png', 'jpeg', 'webp'] as const;

/** A request that passed every check, with every default filled in. */
export interface GenerationRequest {
  readonly model: string;
  readonly family: FamilyName;
  readonly prompt: string;
  readonly n: number;
  readonly size: Size;
  /** Never `auto`. */
  readonly quality: string;
  readonly transparent: boolean;
  readonly format: (typeof imageFormats)[number];
  /** 0 (smallest) to 100 (best). */
  readonly compression: number;
  readonly answerAs: 'url' | 'b64_json';
  readonly stream: boolean;
  /** How many previews are wanted of each picture. */
  readonly partialImages: number;
}

/** Checked values as the types they were checked to have; `auto` and what is absent become defaults here. */
const checkedBody = v.object({
  prompt: v.string(),
  n: v.optional(v.number(), 1),
  size: v.optional(v.string(), '1024x1024'),
  quality: v.optional(v.string()),
  background: v.optional(v.string()),
  output_format: v.optional(v.picklist(imageFormats), 'png'),
  output_compression: v.optional(v.number(), 100),
  response_format: v.optional(v.picklist(['url', 'b64_json'])),
  stream: v.optional(v.boolean(), false),
  partial_images: v.optional(v.number(), 0),
});

/**
 * Turns a JSON body into a request, refusing what the documented API refuses.
 *
 * @param familyOf the family whose rules a model follows, or undefined for a model that is not served
 * @throws Refusal for the first thing found wrong: unknown model, unknown parameters, single values, combinations
 */
export function parseGeneration(
  body: unknown,
  familyOf: (model: string) => FamilyName | undefined = servedFamily,
): GenerationRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw wrongType(null, 'a JSON object', body);
  }
  const given = withoutAbsent(body);
  const model = chooseModel(given);
  const family = familyOf(model);
  if (!family) throw unknownModel(model);
  checkParameters(given, families[family]);
  checkCombinations(given);
  return fillDefaults(model, family, given);
}

const neverNull: ReadonlySet<string> = new Set(['prompt', 'user']);

/** The official schema lets all others be null, which means the same as leaving them out. */
function withoutAbsent(body: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(body).filter(([name, value]) => value !== null || neverNull.has(name)));
}

/** Without `model` the API draws with dall-e-2, unless a parameter is given that only GPT image models know. */
function chooseModel(given: ReadonlyMap<string, unknown>): string {
  const model = given.get('model');
  if (model === undefined) {
    const onlyGpt = Object.keys(families['gpt-image-1']).filter((name) => !(name in families['dall-e-2']));
    return onlyGpt.some((name) => given.has(name)) ? 'gpt-image-1' : 'dall-e-2';
  }
  if (typeof model !== 'string') throw wrongType('model', 'a string', model);
  return model;
}

function checkParameters(given: ReadonlyMap<string, unknown>, table: ParameterTable): void {
  for (const name of given.keys()) {
    if (name !== 'model' && !Object.hasOwn(table, name)) {
      throw badRequest('unknown_parameter', name, `This model has no parameter '${name}'.`);
    }
  }
  if (!given.has('prompt')) {
    throw badRequest('missing_required_parameter', 'prompt', "The parameter 'prompt' is required.");
  }
  for (const [name, rule] of Object.entries(table)) {
    if (given.has(name)) checkValue(name, given.get(name), rule);
  }
}

function fillDefaults(
  model: string,
  family: FamilyName,
  given: ReadonlyMap<string, unknown>,
): GenerationRequest {
  const body = v.parse(checkedBody, Object.fromEntries(given));
  const isDallE = family === 'dall-e-2' || family === 'dall-e-3';
  const defaultQuality = isDallE ? 'standard' : 'medium';
  const defaultAnswer = isDallE || (family === 'other' && !body.stream) ? 'url' : 'b64_json';
  return {
    model,
    family,
    prompt: body.prompt,
    n: body.n,
    size: parseSize(body.size) ?? { width: 1024, height: 1024 },
    quality: body.quality === undefined || body.quality === 'auto' ? defaultQuality : body.quality,
    transparent: body.background === 'transparent',
    format: body.output_format,
    compression: body.output_compression,
    answerAs: body.response_format ?? defaultAnswer,
    stream: body.stream,
    partialImages: body.partial_images,
  };
}

function unknownModel(model: string): Refusal {
  const message = `There is no model '${model.slice(0, 100)}' here. GET /v1/models lists those there are.`;
  return new Refusal({
    status: 404,
    type: 'invalid_request_error',
    param: 'model',
    code: 'model_not_found',
    message,
  });
}
