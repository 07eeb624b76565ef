import { addressFaults } from './addresses';
import { badEnds } from './bad-ends';
import { dialectFaults } from './dialects';
import type { FaultTable } from './fault';
import { gatewayFaults } from './gateways';
import { openAiErrors } from './open-ai-errors';
import { pictureFaults } from './pictures';
import { rateLimits } from './rate-limits';
import { redirectFaults } from './redirects';
import { relayErrors } from './relay-errors';
import { streamFaults } from './streams';
import { streamWritingFaults } from './stream-writing';
import { transportFaults } from './transport';
import { unusualReplies } from './unusual-replies';

/** Every fault by the name that a header, a directive or `/sandbox/fault` gives. */
export const faults: FaultTable = {
  ...openAiErrors,
  ...relayErrors,
  ...rateLimits,
  ...gatewayFaults,
  ...unusualReplies,
  ...transportFaults,
  ...badEnds,
  ...redirectFaults,
  ...pictureFaults,
  ...addressFaults,
  ...streamFaults,
  ...streamWritingFaults,
  ...dialectFaults,
};

/** The faults for people: how each is written, and what it does. */
export function listFaults(): { readonly name: string; readonly value?: string; readonly summary: string }[] {
  return Object.entries(faults).map(([name, { summary, value }]) =>
    value ? { name, value: `<${value.name}>, by default ${value.fallback}`, summary } : { name, summary },
  );
}
