import { expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld({
  sandbox: {
    // The answer never comes: the background dies over it.
    intercept: ({ path }) =>
      path.endsWith('/images/generations') ? new Promise(() => undefined) : undefined,
  },
});

test('a job whose background died is interrupted, and not sent again by itself', async () => {
  const { extension, sandbox } = world();
  await connect(world());
  const panel = await extension.openPage('sidepanel.html');
  await generate(panel, 'Half drawn');
  await jobWith(panel, 'Half drawn', 'running');
  await expect.poll(() => sandbox.generations().length).toBe(1);

  const devtools = await extension.context.newCDPSession(panel);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  // Any message wakes a new background, which looks at what the old one left.
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('A word to wake it');

  const job = await jobWith(panel, 'Half drawn', 'interrupted');
  expect(await job.innerText()).toContain('Retrying may cost again');
  expect(await job.getByRole('button', { name: 'Retry' }).isVisible()).toBe(true);
  expect(sandbox.generations()).toHaveLength(1);
});
