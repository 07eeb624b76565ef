import { checkFreeSize } from './free-size';
import { badRequest, type Refusal } from './refusal';

/** What one parameter may hold. Families are written as tables of these. */
export type Rule =
  | { readonly kind: 'text'; readonly required?: boolean; /** In code points. */ readonly maxLength?: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'free-size'; readonly values: readonly string[] };

/**
 * Holds a value against its rule. The value is present: `undefined`, and `null` where the API takes it for absent,
 * are for the caller to leave out.
 *
 * @throws Refusal that names the parameter
 */
export function checkValue(param: string, value: unknown, rule: Rule): void {
  switch (rule.kind) {
    case 'text':
      return checkText(param, value, rule);
    case 'choice':
      return checkChoice(param, value, rule.values);
    case 'integer':
      return checkInteger(param, value, rule.min, rule.max);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(param, 'true or false', value);
      return;
    case 'free-size':
      if (typeof value !== 'string') throw wrongType(param, 'a string', value);
      if (!rule.values.includes(value)) checkFreeSize(param, value);
  }
}

/** The refusal of a value of another JSON type than the API takes. */
export function wrongType(param: string | null, wanted: string, value: unknown): Refusal {
  const subject = param === null ? 'The request body' : `'${param}'`;
  return badRequest('invalid_type', param, `${subject} must be ${wanted}, but is ${jsonTypeOf(value)}.`);
}

function checkText(param: string, value: unknown, rule: Extract<Rule, { kind: 'text' }>): void {
  if (typeof value !== 'string') throw wrongType(param, 'a string', value);
  if (rule.required && value === '') throw badRequest('empty_string', param, `'${param}' must not be empty.`);
  const length = Array.from(value).length;
  if (rule.maxLength !== undefined && length > rule.maxLength) {
    const message = `'${param}' has ${length} characters; this model takes at most ${rule.maxLength}.`;
    throw badRequest('string_above_max_length', param, message);
  }
}

function checkChoice(param: string, value: unknown, values: readonly string[]): void {
  if (typeof value !== 'string') throw wrongType(param, 'a string', value);
  if (values.includes(value)) return;
  const choices = values.map((choice) => `'${choice}'`).join(', ');
  throw badRequest('invalid_value', param, `'${param}' is '${clip(value)}'; this model takes ${choices}.`);
}

function checkInteger(param: string, value: unknown, min: number, max: number): void {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(param, 'a whole number', value);
  if (value < min) {
    throw badRequest('integer_below_min_value', param, `'${param}' is ${value}; the least is ${min}.`);
  }
  if (value > max) {
    throw badRequest('integer_above_max_value', param, `'${param}' is ${value}; the most is ${max}.`);
  }
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a number with a fraction';
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
