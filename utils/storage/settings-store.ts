import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';

const optionalText = v.exactOptional(v.string());

const settingsSchema = v.object({
  baseUrl: v.fallback(v.string(), DEFAULT_SETTINGS.baseUrl),
  parameters: v.fallback(
    v.object({
      model: v.fallback(v.string(), DEFAULT_SETTINGS.parameters.model),
      size: optionalText,
      quality: optionalText,
      background: optionalText,
      moderation: optionalText,
      style: optionalText,
      user: optionalText,
    }),
    DEFAULT_SETTINGS.parameters,
  ),
  afterMenuClick: v.fallback(v.picklist(['draw', 'edit']), DEFAULT_SETTINGS.afterMenuClick),
});

const item = storage.defineItem<unknown>('local:settings', { version: 1 });

/** Settings from whatever is stored: a field that cannot be read is its default, the others stay as they are. */
function parse(stored: unknown): Settings {
  const result = v.safeParse(settingsSchema, stored ?? {});
  return result.success ? result.output : DEFAULT_SETTINGS;
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
