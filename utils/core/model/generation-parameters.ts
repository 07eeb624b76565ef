import { freeSizeProblem } from './free-size';
import { UNKNOWN_FAMILY } from './model-families';
import { familyOf } from './models';

/**
 * What a person chose for a generation; an absent field means that the server decides, and is not sent. Names and
 * values are the API's own (seed-api: request body; image-api §1.2).
 */
export interface GenerationParameters {
  readonly model: string;
  /** Pictures asked for, 1 to `MAXIMUM_IMAGES`. */
  readonly n?: number;
  readonly size?: string;
  readonly quality?: string;
  readonly background?: string;
  readonly moderation?: string;
  readonly style?: string;
  readonly output_format?: string;
  /** 0 to 100; JPEG and WebP only. */
  readonly output_compression?: number;
  /** Whether the picture is sent while it is drawn. */
  readonly stream?: boolean;
  /** Previews in a stream, 0 to `MAXIMUM_PREVIEWS`. */
  readonly partial_images?: number;
  /** The person's own id for the end user, passed on for the server's abuse checks. */
  readonly user?: string;
}

/** Most pictures of one job; more than one request may be made for them. */
export const MAXIMUM_IMAGES = 10;

/** Most previews of one picture. */
export const MAXIMUM_PREVIEWS = 3;

/** The parameters that are chosen from a list. */
export const CHOICE_PARAMETERS = [
  'size',
  'quality',
  'background',
  'moderation',
  'style',
  'output_format',
] as const;

export type ChoiceParameter = (typeof CHOICE_PARAMETERS)[number];

const CHOICE_LISTS = {
  size: 'sizes',
  quality: 'qualities',
  background: 'backgrounds',
  moderation: 'moderations',
  style: 'styles',
  output_format: 'outputFormats',
} as const;

/** Formats that can be compressed with loss. */
const COMPRESSIBLE: ReadonlySet<string> = new Set(['jpeg', 'webp']);

/** Values a model offers for a parameter; empty where it does not take it. */
export function choicesFor(model: string, parameter: ChoiceParameter): readonly string[] {
  return familyOf(model)[CHOICE_LISTS[parameter]];
}

/**
 * Whether a value may be sent to a model: one of its own, any size where sizes are free (their bounds are the server's
 * and move), or anything to an unknown model.
 */
export function takesValue(model: string, parameter: ChoiceParameter, value: string): boolean {
  const family = familyOf(model);
  if (family[CHOICE_LISTS[parameter]].includes(value)) return true;
  if (family === UNKNOWN_FAMILY) return value !== '';
  return parameter === 'size' && family.takesFreeSizes && freeSizeProblem(value) !== 'form';
}

/** Whether `output_compression` means anything to these parameters. */
export function takesCompression({ model, output_format = '' }: GenerationParameters): boolean {
  return choicesFor(model, 'output_format').length > 0 && COMPRESSIBLE.has(output_format);
}

/** Whether a chosen background can be had in a chosen format: JPEG knows no transparency. */
function keepsBackground({ background, output_format: format }: GenerationParameters): boolean {
  return background !== 'transparent' || format !== 'jpeg';
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  return Math.min(Math.max(Math.trunc(value), least), most);
}

type Fitted = { -readonly [Key in keyof GenerationParameters]: GenerationParameters[Key] };

/**
 * The same wishes for (perhaps another) model: what it does not take is dropped, so that a switch of models never
 * sends a leftover. Numbers are held within their bounds; `n` of 1 is the API's default and left out.
 */
export function fitParameters(wanted: GenerationParameters): GenerationParameters {
  const n = within(wanted.n, 1, MAXIMUM_IMAGES) ?? 1;
  const user = wanted.user?.trim();
  const fitted: Fitted = {
    model: wanted.model,
    ...(n > 1 && { n }),
    ...(user !== undefined && user !== '' && { user }),
  };
  for (const parameter of CHOICE_PARAMETERS) {
    const value = wanted[parameter];
    if (value !== undefined && takesValue(wanted.model, parameter, value)) fitted[parameter] = value;
  }
  if (!keepsBackground(fitted)) delete fitted.background;
  const compression = takesCompression(fitted) ? within(wanted.output_compression, 0, 100) : undefined;
  if (compression !== undefined) fitted.output_compression = compression;
  if (wanted.stream === true && familyOf(wanted.model).streams) {
    fitted.stream = true;
    const previews = within(wanted.partial_images, 0, MAXIMUM_PREVIEWS);
    if (previews !== undefined) fitted.partial_images = previews;
  }
  return fitted;
}

/** The parameters with one changed; `undefined` or an empty text leaves the choice to the server again. */
export function withParameter<Name extends Exclude<keyof GenerationParameters, 'model'>>(
  parameters: GenerationParameters,
  name: Name,
  value: GenerationParameters[Name] | undefined,
): GenerationParameters {
  const changed = { ...parameters, [name]: value };
  if (value === undefined || value === '') delete changed[name];
  return changed;
}
