import { parseCommandLine, usage, type Command } from './command-line';
import { listFaults } from './faults/table';
import { startSandbox, type Sandbox } from './server';

const command = parseCommandLine(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    console.log(usage);
    console.log(faultsForPeople());
    break;
  case 'mistake':
    console.error(`${command.message} ${usage}`);
    process.exitCode = 2;
    break;
  case 'start':
    await run(command);
}

async function run(start: Extract<Command, { kind: 'start' }>): Promise<void> {
  try {
    const { port, latencyMs, key, server } = start;
    const options = { port, latencyMs, ...(key !== undefined && { key }), ...(server && { kind: server }) };
    announce(await startSandbox(options), key);
  } catch (error) {
    console.error(reason(error, start.port));
    process.exitCode = 1;
  }
}

function announce(sandbox: Sandbox, key: string | undefined): void {
  const keyHint =
    key === undefined ? 'any API key that does not begin with "wrong"' : 'the API key given with --key';
  console.log(sandbox.baseUrl);
  console.log(`Enter that address as the API base URL in Depict's options, with ${keyHint}.`);
  console.log(`What can go wrong at your word: ${sandbox.origin}/sandbox/faults.`);
  console.log(`What it receives: ${sandbox.origin}/sandbox/requests. Stop it with Ctrl-C.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

function faultsForPeople(): string {
  const lines = listFaults().map(
    ({ name, value, summary }) => `  ${name}${value ? ` ${value}` : ''}: ${summary}`,
  );
  return `Write [[name]] or [[name value]] into a prompt to meet one of these:\n${lines.join('\n')}`;
}

function reason(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another one with --port, or --port 0 for any.`;
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1023 with --port.`;
  return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
}
