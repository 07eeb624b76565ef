import type { Provider } from '../server/provider';
import type { Job } from './job';

const originOf = (address: string): string | undefined => URL.parse(address)?.origin;

/**
 * The site of the server a job was meant for, where money is paid. It is that of a server which is set up here: the
 * address in the row of an imported job may be anybody's. `undefined` where the server is not set up here.
 */
export function serverSite(
  { providerId, baseUrl = '' }: Job,
  providers: readonly Provider[],
): string | undefined {
  // Jobs from before there were several servers name only its address.
  const provider = providers.find((one) =>
    providerId === undefined ? originOf(one.baseUrl) === originOf(baseUrl) : one.id === providerId,
  );
  return provider && originOf(provider.baseUrl);
}
