import { signature } from '../picture-access';
import type { GenerationCall } from '../generation-call';
import { changedPictures } from './changed-pictures';
import type { Fault, FaultTable } from './fault';

/** Pictures that are answered as addresses of some kind. */
function addressed(summary: string, address: (name: string, call: GenerationCall) => string): Fault {
  return changedPictures(summary, { request: { answerAs: 'url' }, address });
}

/** Addresses in every form, and addresses at which something is wrong. */
export const addressFaults: FaultTable = {
  address: addressed('an address on the API itself', (name, call) => `${call.origin}/pictures/${name}`),
  'address-elsewhere': addressed(
    'an address on another origin',
    (name, call) => `${call.localhostOrigin}/pictures/${name}`,
  ),
  'address-relative': addressed('an address that is only a path', (name) => `/pictures/${name}`),
  'address-protocol-relative': addressed('an address without its scheme', (name, call) =>
    `${call.origin}/pictures/${name}`.replace(/^https?:/, ''),
  ),
  'address-signed': addressed(
    'an address with a signature that must arrive unchanged',
    (name, call) => `${call.origin}/pictures/signed/${name}${signature}`,
  ),
  'address-forbidden': addressed(
    'an address that answers 403',
    (name, call) => `${call.origin}/pictures/forbidden/${name}`,
  ),
  'address-missing': addressed(
    'an address that answers 404',
    (name, call) => `${call.origin}/pictures/missing/${name}`,
  ),
  'address-redirect': addressed(
    'an address that redirects to another origin',
    (name, call) => `${call.origin}/pictures/moved/${name}`,
  ),
};
