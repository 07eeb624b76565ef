import { fitParameters, type GenerationParameters } from '../model/generation-parameters';
import type { Job } from './job';

/** Left out of a request for reasons of its own: pictures that are asked for one by one. */
const NEVER_TOLD: ReadonlySet<string> = new Set(['n']);

/** Choices that were not sent, because the server is known to refuse them by name. */
export function leftOutFields({ parameters, request }: Job): readonly (keyof GenerationParameters)[] {
  if (!request) return [];
  const wanted = fitParameters(parameters);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of exactly these fields
  const fields = Object.keys(wanted) as (keyof GenerationParameters)[];
  return fields.filter((field) => !NEVER_TOLD.has(field) && request[field] === undefined);
}
