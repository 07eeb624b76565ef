import { badRequest } from './refusal';

/** Parameters that were sent and passed their own rules, by name. */
type Given = ReadonlyMap<string, unknown>;

interface Combination {
  readonly param: string;
  readonly code: string;
  readonly message: string;
  readonly isBroken: (given: Given) => boolean;
}

/** What values that are fine alone must not do together. */
const combinations: readonly Combination[] = [
  {
    param: 'background',
    code: 'invalid_value',
    message: "A transparent background needs 'output_format' png or webp.",
    isBroken: (given) => given.get('background') === 'transparent' && given.get('output_format') === 'jpeg',
  },
  {
    param: 'output_compression',
    code: 'invalid_value',
    message: "'output_compression' needs 'output_format' jpeg or webp.",
    isBroken: (given) => given.has('output_compression') && (given.get('output_format') ?? 'png') === 'png',
  },
  {
    param: 'partial_images',
    code: 'invalid_value',
    message: "'partial_images' needs 'stream' to be true.",
    isBroken: (given) => given.has('partial_images') && given.get('stream') !== true,
  },
];

/** @throws Refusal for the first combination that is broken */
export function checkCombinations(given: Given): void {
  const broken = combinations.find((combination) => combination.isBroken(given));
  if (broken) throw badRequest(broken.code, broken.param, broken.message);
}
