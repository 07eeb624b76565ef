import type { FamilyName } from './families';

/** A model as the sandbox knows it. */
interface KnownModel {
  readonly id: string;
  /** Undefined for models that draw nothing: they are listed, as at OpenAI, so that lists can be filtered. */
  readonly family?: FamilyName;
  /** The day on which it ends, as `YYYY-MM-DD`. */
  readonly shutdownDate?: string;
}

const models: readonly KnownModel[] = [
  { id: 'dall-e-2', family: 'dall-e-2' },
  { id: 'dall-e-3', family: 'dall-e-3' },
  { id: 'gpt-image-1', family: 'gpt-image-1' },
  { id: 'gpt-image-1-mini', family: 'gpt-image-1', shutdownDate: '2026-12-01' },
  { id: 'gpt-image-1.5', family: 'gpt-image-1', shutdownDate: '2026-12-01' },
  { id: 'chatgpt-image-latest', family: 'gpt-image-1', shutdownDate: '2026-12-01' },
  { id: 'gpt-image-2', family: 'gpt-image-2' },
  { id: 'gpt-image-2.5-flare', family: 'gpt-image-2.5' },
  { id: 'gpt-image-2.5-sunburst', family: 'gpt-image-2.5' },
  { id: 'gpt-image-2.6-flare', family: 'gpt-image-2.6' },
  { id: 'gpt-image-2.6-sunburst', family: 'gpt-image-2.6' },
  { id: 'gpt-4o-mini' },
  { id: 'gpt-5.2' },
  { id: 'text-embedding-3-small' },
];

/** Names that only relays give to models. */
const relayModels: readonly KnownModel[] = [
  { id: 'gpt-image-2-vip', family: 'other' },
  { id: 'qwen-image', family: 'other' },
];

/** An arbitrary but fixed birthday for all models, in Unix seconds. */
const created = Date.UTC(2026, 0, 1) / 1000;

/** The family of a model id that OpenAI serves, or undefined. */
export function servedFamily(model: string): FamilyName | undefined {
  return models.find(({ id }) => id === model)?.family;
}

/** The family of a model id at a relay, or undefined. */
export function relayedFamily(model: string): FamilyName | undefined {
  return servedFamily(model) ?? relayModels.find(({ id }) => id === model)?.family;
}

/** What a relay serves: the models' ids, and whether they draw. */
export function relayedModels(): { readonly id: string; readonly draws: boolean }[] {
  return [...models, ...relayModels].map(({ id, family }) => ({ id, draws: family !== undefined }));
}

/** The body of OpenAI's `GET /v1/models`. */
export function modelList() {
  const data = models.map(({ id, shutdownDate }) => ({
    id,
    object: 'model',
    created,
    owned_by: 'depict-sandbox',
    shutdown_date: shutdownDate ?? null,
  }));
  return { object: 'list', data };
}
