import { runCommand } from '../all/run-command';

/**
 * Builds the extension for Chrome, quietly.
 *
 * @throws when it fails, after printing everything the build said
 */
export async function buildExtension(): Promise<void> {
  const { code, output } = await runCommand(['wxt', 'build']);
  if (code === 0) return;
  console.error(output.trim());
  throw new Error(`wxt build ended with code ${code}`);
}
