import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { createProvider } from '../core/server/provider';
import { chosenProvider, DEFAULT_SETTINGS, type Settings } from '../core/server/settings';

const optionalText = v.exactOptional(v.string());
const optionalNumber = v.exactOptional(v.number());
const usual = createProvider('');

const providerSchema = v.object({
  id: v.string(),
  name: v.fallback(v.string(), ''),
  baseUrl: v.string(),
  model: v.fallback(v.string(), usual.model),
  extraBody: v.fallback(v.record(v.string(), v.unknown()), {}),
  headerNames: v.fallback(v.array(v.string()), []),
  base64: v.fallback(v.picklist(['auto', 'always', 'never']), usual.base64),
  onePicturePerRequest: v.fallback(v.boolean(), usual.onePicturePerRequest),
  concurrency: v.fallback(v.number(), usual.concurrency),
  timeoutSeconds: v.fallback(v.number(), usual.timeoutSeconds),
});

const parametersSchema = v.fallback(
  v.object({
    model: v.fallback(v.string(), DEFAULT_SETTINGS.parameters.model),
    size: optionalText,
    quality: optionalText,
    background: optionalText,
    moderation: optionalText,
    style: optionalText,
    output_format: optionalText,
    output_compression: optionalNumber,
    stream: v.exactOptional(v.boolean()),
    partial_images: optionalNumber,
    user: optionalText,
  }),
  DEFAULT_SETTINGS.parameters,
);

const settingsSchema = v.object({
  providers: v.fallback(v.pipe(v.array(providerSchema), v.minLength(1)), [...DEFAULT_SETTINGS.providers]),
  providerId: v.fallback(v.string(), DEFAULT_SETTINGS.providerId),
  parameters: parametersSchema,
  afterMenuClick: v.fallback(v.picklist(['draw', 'edit']), DEFAULT_SETTINGS.afterMenuClick),
  notifications: v.fallback(v.boolean(), DEFAULT_SETTINGS.notifications),
  fileNameTemplate: v.fallback(v.string(), DEFAULT_SETTINGS.fileNameTemplate),
  // A limit that cannot be read is none.
  monthlyLimit: v.exactOptional(v.fallback(v.number(), Infinity)),
  // Nor does a rule that cannot be read move anything to the trash.
  retentionDays: v.exactOptional(v.fallback(v.pipe(v.number(), v.minValue(1)), Infinity)),
});

const oneServer = v.object({ baseUrl: v.string(), parameters: parametersSchema });

/**
 * The server of settings as they were kept before there were several: its key was filed under its origin, which becomes
 * its id. Done whenever they are read, as pages may read before the background has written.
 */
function onlyServer(stored: unknown): Pick<Settings, 'providers' | 'providerId'> | undefined {
  const old = v.safeParse(oneServer, stored);
  const url = old.success && URL.parse(old.output.baseUrl);
  if (!url) return undefined;
  const { baseUrl, parameters } = old.output;
  const provider = createProvider(url.origin, { baseUrl, name: url.host, model: parameters.model });
  return { providers: [provider], providerId: provider.id };
}

const item = storage.defineItem<unknown>('local:settings', { version: 1 });

/** Settings from whatever is stored: a field that cannot be read is its default, the others stay as they are. */
function parse(stored: unknown): Settings {
  const result = v.safeParse(settingsSchema, stored ?? {});
  if (!result.success) return DEFAULT_SETTINGS;
  const settings = { ...result.output, ...onlyServer(stored) };
  return { ...settings, providerId: chosenProvider(settings).id };
}

export async function readSettings(): Promise<Settings> {
  return parse(await item.getValue());
}

/** Written by the background only. */
export async function writeSettings(settings: Settings): Promise<void> {
  await item.setValue(settings);
}

/** Calls back with every later change; returns how to stop. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  return item.watch((stored) => listener(parse(stored)));
}
