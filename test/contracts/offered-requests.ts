import {
  CHOICE_PARAMETERS,
  choicesFor,
  MAXIMUM_IMAGES,
  MAXIMUM_PREVIEWS,
  withParameter,
  type GenerationParameters,
} from '@/utils/core/model/generation-parameters';
import { buildImageRequest, type ImageRequest } from '@/utils/core/request/image-request';
import { imagesPerRequest, parametersOf, planRequests } from '@/utils/core/request/plan-requests';
import { createProvider } from '@/utils/core/server/provider';
import { knowNothing } from '@/utils/core/server/server-knowledge';

const PROVIDER = createProvider('server-1');

/** Every way to combine what is chosen from lists, each of them left to the server included. */
function everyChoice(model: string): readonly GenerationParameters[] {
  return CHOICE_PARAMETERS.reduce<readonly GenerationParameters[]>(
    (combined, parameter) =>
      combined.flatMap((chosen) => [
        chosen,
        ...choicesFor(model, parameter).map((value) => withParameter(chosen, parameter, value)),
      ]),
    [{ model }],
  );
}

/** Whole numbers from `least` to `most`. */
function range(least: number, most: number): readonly number[] {
  return Array.from({ length: most - least + 1 }, (_, place) => least + place);
}

/** Every number, switch and text beside what was chosen. */
function othersBeside(chosen: GenerationParameters): readonly GenerationParameters[] {
  const streamed = { ...chosen, stream: true };
  return [
    streamed,
    ...range(1, MAXIMUM_IMAGES).map((n) => withParameter(chosen, 'n', n)),
    ...range(0, 100).map((compression) => withParameter(chosen, 'output_compression', compression)),
    ...range(0, MAXIMUM_PREVIEWS).map((previews) => withParameter(streamed, 'partial_images', previews)),
    { ...chosen, stream: false, partial_images: 2 },
    { ...chosen, user: 'reader-7' },
    { ...streamed, n: 3, partial_images: 1, output_compression: 70, user: 'reader-7' },
  ];
}

/** Every number, switch and text beside each format, which decides about some of them. */
function everyOther(model: string): readonly GenerationParameters[] {
  const formats = choicesFor(model, 'output_format');
  return [{ model }, ...formats.map((format) => ({ model, output_format: format }))].flatMap(othersBeside);
}

/** The bodies that are sent for a wish, with or without a wish for base64. */
function requestsFor(parameters: GenerationParameters): readonly ImageRequest[] {
  const perRequest = imagesPerRequest(parameters.model, PROVIDER, knowNothing(PROVIDER.id));
  const planned = planRequests([...Array(parameters.n ?? 1).keys()], perRequest);
  return (['auto', 'always', 'never'] as const).flatMap((base64) =>
    planned.map(({ indexes }) =>
      buildImageRequest('a fox', parametersOf(parameters, indexes.length), {
        extraBody: {},
        base64,
        refused: [],
      }),
    ),
  );
}

/** Every request that what a model offers can lead to, each body once. */
export function offeredRequests(model: string): readonly ImageRequest[] {
  const requests = [...everyChoice(model), ...everyOther(model)].flatMap(requestsFor);
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}
