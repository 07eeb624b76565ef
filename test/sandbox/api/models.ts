import type { FamilyName } from './families';

/** Every model id that is served, and the family whose rules it follows. */
const familyOfModel: ReadonlyMap<string, FamilyName> = new Map([
  ['dall-e-2', 'dall-e-2'],
  ['dall-e-3', 'dall-e-3'],
  ['gpt-image-1', 'gpt-image-1'],
  ['gpt-image-1-mini', 'gpt-image-1'],
  ['gpt-image-1.5', 'gpt-image-1'],
  ['chatgpt-image-latest', 'gpt-image-1'],
  ['gpt-image-2', 'gpt-image-2'],
  ['gpt-image-2.5-flare', 'gpt-image-2.5'],
  ['gpt-image-2.5-sunburst', 'gpt-image-2.5'],
  ['gpt-image-2.6-flare', 'gpt-image-2.6'],
  ['gpt-image-2.6-sunburst', 'gpt-image-2.6'],
]);

/** An arbitrary but fixed birthday for all models, in Unix seconds. */
const created = Date.UTC(2026, 0, 1) / 1000;

/** The family of a model id, or undefined when the id is not served. */
export function familyOf(model: string): FamilyName | undefined {
  return familyOfModel.get(model);
}

/** The body of `GET /v1/models`. */
export function modelList() {
  const data = Array.from(familyOfModel.keys(), (id) => ({
    id,
    object: 'model',
    created,
    owned_by: 'depict-sandbox',
  }));
  return { object: 'list', data };
}
