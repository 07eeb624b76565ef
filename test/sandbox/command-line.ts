import { parseArgs } from 'node:util';
import { dialects, isServerKind, type ServerKind } from './dialects/kinds';

/** What the command line asks for. */
export type Command =
  | {
      readonly kind: 'start';
      readonly port: number;
      readonly latencyMs: number;
      readonly key?: string;
      readonly server?: ServerKind;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

export const usage =
  'Usage: npm run sandbox -- [--port 8787] [--key KEY] [--latency MILLISECONDS] [--kind openai]';

/** @param args without the names of the program and the script */
export function parseCommandLine(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        key: { type: 'string' },
        // Long enough to see a job run.
        latency: { type: 'string', default: '1200' },
        kind: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const port = wholeNumber('--port', values.port, 65_535);
    const latencyMs = wholeNumber('--latency', values.latency, 600_000);
    if (values.key === '') throw new Error('--key must not be empty.');
    const { key } = values;
    const server = serverKind(values.kind);
    return { kind: 'start', port, latencyMs, ...(key !== undefined && { key }), ...(server && { server }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'mistake', message: message.split('\n')[0] ?? message };
  }
}

function serverKind(word: string | undefined): ServerKind | undefined {
  if (word === undefined || isServerKind(word)) return word;
  throw new Error(`--kind takes one of ${Object.keys(dialects).join(', ')}.`);
}

function wholeNumber(flag: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) throw new Error(`${flag} takes a whole number from 0 to ${max}.`);
  return value;
}
