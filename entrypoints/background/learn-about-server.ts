import { listPrices } from '@/utils/api/list-prices';
import { addressOf, type ConnectionForm } from '@/utils/core/connection/check-connection';
import { connect } from '@/utils/core/connection/connect';
import type { ListedModel } from '@/utils/core/model/listed-model';
import { findProvider } from '@/utils/core/server/provider';
import { readSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

/** How long a server may take to tell its prices, in milliseconds; most have none to tell. */
const PRICES_TIMEOUT_MS = 20_000;

/**
 * Keeps what a server tells of itself when it is tested: its image models and its prices. Nothing is kept of an
 * address that is only being tried out.
 */
export async function learnAboutServer(
  { fetch, knowledge, connectionPorts }: Pick<Parts, 'fetch' | 'knowledge' | 'connectionPorts'>,
  { providerId, address }: ConnectionForm,
  models: readonly ListedModel[],
): Promise<void> {
  const { baseUrl } = addressOf(address);
  const saved = findProvider((await readSettings()).providers, providerId);
  if (saved?.baseUrl !== baseUrl) return;
  if (models.length > 0) await knowledge.learn(providerId, { type: 'models', models });
  const connection = await connect(connectionPorts, saved);
  const server = connection.ready ? connection.server : { baseUrl };
  const prices = await listPrices(fetch, server, PRICES_TIMEOUT_MS);
  await knowledge.learn(providerId, { type: 'prices', prices });
}
