/** A model as a server lists it (`GET {base}/models`). */
export interface ListedModel {
  readonly id: string;
  /** The day it is shut down, `YYYY-MM-DD`. */
  readonly retiresOn?: string;
  /** What it can be asked for, where the server tells (new-api: `supported_endpoint_types`). */
  readonly endpointTypes?: readonly string[];
}

/** Marks an image model in new-api's `supported_endpoint_types`. */
const IMAGE_ENDPOINT = 'image-generation';

/** Names that image models go by (image-api §3.1). */
const IMAGE_NAMES =
  /image|dall-?e|imagen|flux|seedream|kolors|cogview|midjourney|stable-?diffusion|\bsd(?:xl|[-_\d])|\bwan\d|ideogram|recraft|hidream|playground-v/i;

/**
 * Those that draw: as the server tells where it does, otherwise by name. When nothing is left, the names were no help
 * and all are given.
 */
export function imageModels(listed: readonly ListedModel[]): readonly ListedModel[] {
  const told = listed.filter(({ endpointTypes }) => endpointTypes?.includes(IMAGE_ENDPOINT));
  if (told.length > 0) return told;
  const named = listed.filter(({ id }) => IMAGE_NAMES.test(id));
  return named.length > 0 ? named : listed;
}
