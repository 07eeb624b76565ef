import type { Dialect } from './dialect';
import { liteLlm } from './lite-llm';
import { localAi } from './local-ai';
import { newApi, newApiOld } from './new-api';
import { oneApi } from './one-api';
import { openAi } from './open-ai';

/** Every kind of server whose dialect the sandbox speaks. */
export const dialects = {
  openai: openAi,
  'new-api-old': newApiOld,
  'new-api': newApi,
  'one-api': oneApi,
  litellm: liteLlm,
  'local-ai': localAi,
} as const satisfies Readonly<Record<string, Dialect>>;

/** The name of a kind of server. */
export type ServerKind = keyof typeof dialects;

/** Whether a word names a kind of server. */
export function isServerKind(word: string): word is ServerKind {
  return Object.hasOwn(dialects, word);
}
