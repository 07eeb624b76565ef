import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseCommandLine } from './command-line';
import { sandboxForTest } from './testing';

describe('parseCommandLine', () => {
  it('has defaults for people', () => {
    expect(parseCommandLine([])).toEqual({ kind: 'start', port: 8787, latencyMs: 1200 });
  });

  it('takes all flags', () => {
    expect(parseCommandLine(['--port', '0', '--key', 'k', '--latency=5'])).toEqual({
      kind: 'start',
      port: 0,
      latencyMs: 5,
      key: 'k',
    });
  });

  it('takes the kind of server to be', () => {
    expect(parseCommandLine(['--kind', 'new-api'])).toMatchObject({ kind: 'start', server: 'new-api' });
  });

  it.each([
    [['--kind', 'another']],
    [['--colour']],
    [['extra']],
    [['--port']],
    [['--port', 'http']],
    [['--port', '65536']],
    [['--port=-1']],
    [['--latency', '1.5']],
    [['--key', '']],
  ])('finds the mistake in %j and says it in one line', (args) => {
    const command = parseCommandLine(args);
    expect(command.kind).toBe('mistake');
    expect(command).toHaveProperty('message', expect.stringMatching(/^.+$/));
  });
});

describe('the program', () => {
  it('prints its base URL, serves, and ends on Ctrl-C', async () => {
    const program = run('--port', '0', '--latency', '0');
    const baseUrl = await program.firstLine();
    expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const response = await fetch(`${baseUrl}/models`, { headers: { authorization: 'Bearer k' } });
    expect(response.status).toBe(200);
    program.child.kill('SIGINT');
    expect(await program.exit()).toMatchObject({ code: 0, stderr: '' });
  });

  it('says in one line that the port is taken', async () => {
    const { port } = await sandboxForTest();
    const { code, stderr } = await run('--port', String(port)).exit();
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^Port ${port} is taken.*\n$`));
  });

  it('lists with --help what can go wrong', async () => {
    const { code, stdout } = await run('--help').exit();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: [^]*\n {2}rate-limited <seconds>, by default 1: 429 with retry-after\n/);
  });

  it('shows its usage and exits with 2 on an unknown flag', async () => {
    const { code, stderr } = await run('--colour').exit();
    expect(code).toBe(2);
    expect(stderr).toMatch(/^.*--colour.*Usage: npm run sandbox.*\n$/);
  });
});

function run(...args: string[]) {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  const child = spawn(process.execPath, [
    path('../../node_modules/jiti/lib/jiti-cli.mjs'),
    path('main.ts'),
    ...args,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const closed = once(child, 'close');
  return {
    child,
    firstLine: async () => {
      await Promise.race([once(child.stdout, 'data'), closed]);
      return printed.stdout.split('\n')[0];
    },
    exit: async () => {
      await closed;
      return { code: child.exitCode, ...printed };
    },
  };
}
