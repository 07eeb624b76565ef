import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'start'; readonly port: number; readonly latencyMs: number; readonly key?: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

export const usage = 'Usage: npm run sandbox -- [--port 8787] [--key KEY] [--latency MILLISECONDS]';

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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const port = wholeNumber('--port', values.port, 65_535);
    const latencyMs = wholeNumber('--latency', values.latency, 600_000);
    if (values.key === '') throw new Error('--key must not be empty.');
    return { kind: 'start', port, latencyMs, ...(values.key !== undefined && { key: values.key }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'mistake', message: message.split('\n')[0] ?? message };
  }
}

function wholeNumber(flag: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) throw new Error(`${flag} takes a whole number from 0 to ${max}.`);
  return value;
}
