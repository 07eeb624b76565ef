import type { Failure } from '../failure/failure';
import type { Job } from '../job/job';
import type { GenerationParameters } from '../model/generation-parameters';
import type { ImageRequest } from '../request/image-request';
import { maskKeyShapes } from '../text/key-shapes';
import { maskWords } from '../text/mask-words';

/** The model's own parameters; every other field of a request was added by the person, and may be a secret. */
const PARAMETERS = [
  'model',
  'n',
  'size',
  'quality',
  'background',
  'moderation',
  'style',
  'output_format',
  'output_compression',
  'stream',
  'partial_images',
  'user',
] as const satisfies readonly (keyof GenerationParameters)[];

const isParameter = (name: string): name is (typeof PARAMETERS)[number] =>
  PARAMETERS.some((parameter) => parameter === name);

/** Whether a field of a request says what was chosen for the prompt, and not what was added for the server. */
function isChosen({ parameters }: Job, name: string, value: unknown): boolean {
  if (name === 'prompt') return true;
  if (name === 'response_format') return value === 'b64_json';
  if (!isParameter(name)) return false;
  return typeof value === 'number' || typeof value === 'boolean' || value === parameters[name];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** All texts of a value without these words, and without what is shaped like an API key. */
function masked(value: unknown, words: readonly string[]): unknown {
  if (typeof value === 'string') return maskKeyShapes(words.length === 0 ? value : maskWords(value, words));
  if (Array.isArray(value)) return value.map((one) => masked(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one, words)]));
}

function withoutWords<Value extends object>(value: Value, words: readonly string[]): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only texts are replaced, each by a text
  return masked(value, words) as Value;
}

/**
 * What of a job goes into an archive: the whole row, but for fields that a person added to the request, which may be
 * secrets, wherever they stand, and for bytes that nobody has looked at yet. Keys and headers are in no row.
 */
export function archivedJob(job: Job): Job {
  const { arrivedPictures: _, request, failure, reply, ...row } = job;
  const fields = Object.entries(request ?? {});
  const added = fields.filter(([name, value]) => !isChosen(job, name, value));
  const secrets = added.flatMap(([, value]) => textsIn(value)).filter((text) => text !== '');
  const sent: ImageRequest = {
    model: job.parameters.model,
    prompt: job.prompt,
    ...Object.fromEntries(fields.filter(([name, value]) => isChosen(job, name, value))),
  };
  return {
    ...row,
    ...(request && { request: sent }),
    ...(failure && { failure: { ...withoutWords<Failure>(failure, secrets), kind: failure.kind } }),
    ...(reply && { reply: withoutWords(reply, secrets) }),
  };
}
