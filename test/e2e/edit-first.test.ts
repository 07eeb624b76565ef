import { expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { connect, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

test('who wants to edit first finds the words in the prompt box, and nothing is drawn before', async () => {
  const { extension, sandbox } = world();
  const options = await connect(world());
  await options.getByRole('radio', { name: 'Let me edit the prompt first' }).check();
  const panel = await extension.openPage('sidepanel.html');
  const prompt = panel.getByRole('textbox', { name: 'Prompt' });
  await expect
    .poll(async () => {
      await dispatchMenuClick(await extension.serviceWorker(), { selectionText: 'A rough idea' });
      return prompt.inputValue();
    })
    .toBe('A rough idea');
  expect(await panel.getByText('From “A book”').isVisible()).toBe(true);
  expect(sandbox.generations()).toHaveLength(0);

  await prompt.fill('A rough idea, made better');
  await panel.getByRole('button', { name: 'Generate' }).click();
  await jobWith(panel, 'A rough idea, made better', 'done');
  expect(sandbox.generations()).toHaveLength(1);
});
