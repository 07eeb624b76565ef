import { familyOf } from './models';

/**
 * What a person chose for a generation; an absent field means that the server decides, and is not sent. Names and
 * values are the API's own (seed-api: request body).
 */
export interface GenerationParameters {
  readonly model: string;
  /** Pictures asked for, 1 to 10. */
  readonly n?: number;
  readonly size?: string;
  readonly quality?: string;
  readonly background?: string;
  readonly moderation?: string;
  readonly style?: string;
  /** The person's own id for the end user, passed on for the server's abuse checks. */
  readonly user?: string;
}

/** The parameters that are chosen from a list. */
export const CHOICE_PARAMETERS = ['size', 'quality', 'background', 'moderation', 'style'] as const;

export type ChoiceParameter = (typeof CHOICE_PARAMETERS)[number];

/** Values a model offers for a parameter; empty where it does not take it. */
export function choicesFor(model: string, parameter: ChoiceParameter): readonly string[] {
  const family = familyOf(model);
  switch (parameter) {
    case 'size':
      return family.sizes;
    case 'quality':
      return family.qualities;
    case 'background':
      return family.backgrounds;
    case 'moderation':
      return family.moderations;
    case 'style':
      return family.styles;
  }
}

/**
 * The same wishes for (perhaps another) model: what it does not take is dropped, so that a switch of models never
 * sends a leftover. `n` is held between 1 and what the model draws in one request; 1 is the API's default and left out.
 */
export function fitParameters(wanted: GenerationParameters): GenerationParameters {
  const family = familyOf(wanted.model);
  const n = Math.min(Math.max(Math.trunc(wanted.n ?? 1) || 1, 1), family.maximumImages);
  const user = wanted.user?.trim();
  const fitted: { -readonly [Key in keyof GenerationParameters]: GenerationParameters[Key] } = {
    model: wanted.model,
    ...(n > 1 && { n }),
    ...(user !== undefined && user !== '' && { user }),
  };
  for (const parameter of CHOICE_PARAMETERS) {
    const value = wanted[parameter];
    if (value !== undefined && choicesFor(wanted.model, parameter).includes(value)) fitted[parameter] = value;
  }
  return fitted;
}

/** The parameters with one changed; an empty value leaves the choice to the server again. */
export function withParameter(
  parameters: GenerationParameters,
  name: ChoiceParameter | 'user',
  value: string,
): GenerationParameters {
  const { [name]: _, ...others } = parameters;
  return value === '' ? others : { ...others, [name]: value };
}
