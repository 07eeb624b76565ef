import { expect, test } from 'vitest';
import { permissionDoorhanger } from '../browser/firefox/permission-doorhanger';
import { fillServer, press, waitForStatus } from '../browser/firefox/server-form';
import { connect, setUpFirefox } from './support';

const world = setUpFirefox();

test('a refused permission is told of', async () => {
  const { firefox } = world();
  const options = await firefox.openPage('options.html');
  await fillServer(options, { baseUrl: 'http://localhost:9/v1', key: 'sk-refused' });
  await press(options, 'Save and allow access');
  const question = await permissionDoorhanger(firefox.chrome);
  expect(question.words).toContain('Access your data for sites in localhost domains');
  await question.deny();
  expect(await waitForStatus(options, 'Saved')).not.toContain('may talk to');
});

test('the server is saved and allowed in one click, and the test of the connection reaches it', async () => {
  const { sandbox } = world();
  const options = await connect(world());
  await press(options, 'Test connection');
  const report = await waitForStatus(options, 'The server accepts the key.');
  expect(report).toContain('The browser lets Depict talk to this server.');
  expect(report).toContain('The server offers the model gpt-image-1.');
  expect(sandbox.requests, 'the test asks the server').not.toHaveLength(0);
  expect(sandbox.generations(), 'the test costs nothing').toHaveLength(0);
});
