import { DEFAULT_MODEL } from '../model/models';

/** A server a person set up. Its key and the values of its extra headers are kept apart, sealed. */
export interface Provider {
  /** Opaque; never changes. */
  readonly id: string;
  readonly name: string;
  /** As normalised by `parseServerAddress`. */
  readonly baseUrl: string;
  /** The model to begin with. */
  readonly model: string;
  /** Fields that are added to every request. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  /** Names of the extra headers, so that they can be shown without their values. */
  readonly headerNames: readonly string[];
  /** Whether pictures are asked for as base64: where the model is known to take the wish, always, or never. */
  readonly base64: 'auto' | 'always' | 'never';
  /** Whether the server draws one picture at a time, whatever `n` says. */
  readonly onePicturePerRequest: boolean;
  /** Requests that may be under way at once, 1 to 10. */
  readonly concurrency: number;
  /** 30 to 900. */
  readonly timeoutSeconds: number;
}

export const CONCURRENCY_BOUNDS = { least: 1, most: 10, usual: 2 } as const;

export const TIMEOUT_BOUNDS = { least: 30, most: 900, usual: 300 } as const;

const USUAL: Omit<Provider, 'id' | 'name' | 'baseUrl'> = {
  model: DEFAULT_MODEL,
  extraBody: {},
  headerNames: [],
  base64: 'auto',
  onePicturePerRequest: false,
  concurrency: CONCURRENCY_BOUNDS.usual,
  timeoutSeconds: TIMEOUT_BOUNDS.usual,
};

/** A provider with the usual manners. */
export function createProvider(id: string, changes: Partial<Omit<Provider, 'id'>> = {}): Provider {
  return { ...USUAL, name: '', baseUrl: '', ...changes, id };
}

/** Servers to begin with; `custom` is an empty form. */
export const PROVIDER_PRESETS = [
  { preset: 'dddai', name: 'dddai.dev', baseUrl: 'https://dddai.dev/v1', model: DEFAULT_MODEL },
  { preset: 'openai', name: 'OpenAI', baseUrl: 'https://api.openai.com/v1', model: 'gpt-image-2' },
  { preset: 'local', name: '', baseUrl: 'http://127.0.0.1:8080/v1', model: '' },
  { preset: 'custom', name: '', baseUrl: '', model: '' },
] as const;

/** What a person calls a server: its name, or the host when it has none. */
export function providerName({ name, baseUrl }: Pick<Provider, 'name' | 'baseUrl'>): string {
  return name.trim() || (URL.parse(baseUrl)?.host ?? baseUrl);
}

/** The provider of an id; `undefined` when it was removed. */
export function findProvider(providers: readonly Provider[], id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}
