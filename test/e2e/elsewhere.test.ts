import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();

// The host named localhost is another host than 127.0.0.1 for a permission, whatever it resolves to.
const world = setUpGrantedWorld({
  sandbox: {
    intercept({ path, headers }) {
      if (path.includes('/far-away.png')) return new Response(new Uint8Array(picture));
      if (!path.endsWith('/images/generations')) return undefined;
      const port = (headers['host'] ?? '').split(':')[1];
      return Response.json({
        created: 1,
        data: [{ url: `http://localhost:${port}/v1/far-away.png?sig=a%2Bb` }],
      });
    },
  },
});

beforeAll(async () => {
  await connect(world());
});

test('a picture at another host waits for one click, and is never drawn twice', async () => {
  const { extension, hands, sandbox } = world();
  const host = `localhost:${sandbox.port}`;
  const panel = await extension.openPage('sidepanel.html');
  await generate(panel, 'A picture far away');
  const job = await jobWith(panel, 'A picture far away', 'needs-permission');
  expect(await job.innerText()).toContain(`The picture is ready at ${host}.`);

  await hands.grantPermissionPrompt(job.getByRole('button', { name: `Allow ${host} and save` }));
  const done = await jobWith(panel, 'A picture far away', 'done');
  expect(await done.getByRole('img', { name: 'A picture far away' }).count()).toBe(1);
  expect(sandbox.generations()).toHaveLength(1);

  const fetched = sandbox.requests.filter(({ path }) => path.includes('/far-away.png'));
  expect(fetched.length).toBeGreaterThan(0);
  for (const { headers } of fetched) expect(headers).not.toHaveProperty('authorization');
});
