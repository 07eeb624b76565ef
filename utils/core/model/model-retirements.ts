/** Days on which OpenAI shuts its models down, as announced by 2026-11-22; relays may go on under the same names. */
const RETIREMENTS: Readonly<Record<string, string>> = {
  'dall-e-2': '2026-05-12',
  'dall-e-3': '2026-05-12',
  'gpt-image-1': '2026-10-23',
  'gpt-image-1-mini': '2026-12-01',
  'gpt-image-1.5': '2026-12-01',
  'chatgpt-image-latest': '2026-12-01',
};

/** The day a model retires at OpenAI, `YYYY-MM-DD`; `undefined` where none is announced. */
export function retirementOf(model: string): string | undefined {
  return Object.hasOwn(RETIREMENTS, model) ? RETIREMENTS[model] : undefined;
}
