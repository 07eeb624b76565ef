import { beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();
beforeAll(async () => {
  await connect(world());
});

test('the toolbar popup holds the words selected on the page, line breaks and all', async () => {
  const { extension, passage } = world();
  const page = await extension.openTab(passage.url);
  await page.locator('header').evaluate((header) => getSelection()?.selectAllChildren(header));
  const popup = await extension.openToolbarPopup(page);
  const prompt = popup.getByRole('textbox', { name: 'Prompt' });
  await expect
    .poll(() => prompt.inputValue())
    .toMatch(/^The River Bank\n+Kenneth Grahame, The Wind in the Willows, 1908$/);
  await popup.getByText('From “The River Bank”').waitFor();
  await popup.getByRole('button', { name: 'Generate' }).click();
  await jobWith(popup, 'The River Bank', 'done');
  await popup.close();
  await page.close();
});

test('a page that refuses scripts gives an empty prompt box, not an error', async () => {
  const { extension } = world();
  const page = await extension.openTab('chrome://version/');
  const popup = await extension.openToolbarPopup(page);
  await popup.getByRole('button', { name: 'Generate' }).waitFor();
  expect(await popup.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('');
  expect(await popup.getByRole('alert').allInnerTexts()).toEqual(['']);
  await popup.close();
  await page.close();
});

test('controls for what the model does not take are absent', async () => {
  const popup = await world().extension.openPage('popup.html');
  const model = popup.getByRole('combobox', { name: 'Model' });
  await popup.getByText('More settings').click();
  const shown = async (): Promise<string[]> => {
    const names = [
      'Size',
      'Quality',
      'Images',
      'Background',
      'Moderation',
      'Style',
      'Format',
      'Show the picture while it is drawn',
    ];
    const there = await Promise.all(names.map((name) => popup.getByLabel(name, { exact: true }).count()));
    return names.filter((_, index) => there[index] === 1);
  };
  await model.selectOption('dall-e-2');
  expect(await shown()).toEqual(['Size', 'Images']);
  await model.selectOption('dall-e-3');
  expect(await shown()).toEqual(['Size', 'Quality', 'Images', 'Style']);
  await model.selectOption('gpt-image-1');
  expect(await shown()).toEqual([
    'Size',
    'Quality',
    'Images',
    'Background',
    'Moderation',
    'Format',
    'Show the picture while it is drawn',
  ]);
  await popup.close();
});

test('what was chosen is sent, what was not is not, and all pictures come', async () => {
  const { extension, sandbox } = world();
  sandbox.clear();
  const popup = await extension.openPage('popup.html');
  await popup.getByRole('combobox', { name: 'Model' }).selectOption('gpt-image-1');
  await popup.getByRole('combobox', { name: 'Size' }).selectOption('1536x1024');
  await popup.getByRole('combobox', { name: 'Quality' }).selectOption('low');
  await popup.getByRole('spinbutton', { name: 'Images' }).fill('2');
  await generate(popup, 'Two boats on a river');
  const job = await jobWith(popup, 'Two boats on a river', 'done');
  expect(await job.getByRole('img', { name: 'Two boats on a river' }).count()).toBe(2);
  expect(sandbox.generations().map(({ body }) => body)).toEqual([
    { model: 'gpt-image-1', prompt: 'Two boats on a river', size: '1536x1024', quality: 'low', n: 2 },
  ]);
  expect(await popup.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('');
  await popup.close();
});

test('a prompt survives the popup that it was written in', async () => {
  const { extension } = world();
  const first = await extension.openPage('popup.html');
  await first.getByRole('textbox', { name: 'Prompt' }).fill('Half a thought');
  await first.close({ runBeforeUnload: true });
  const second = await extension.openPage('popup.html');
  const prompt = second.getByRole('textbox', { name: 'Prompt' });
  await expect.poll(() => prompt.inputValue()).toBe('Half a thought');
  await prompt.fill('');
  await second.close();
});

test('pressing Generate twice at once draws once', async () => {
  const { extension, sandbox } = world();
  sandbox.clear();
  const popup = await extension.openPage('popup.html');
  await popup.getByRole('textbox', { name: 'Prompt' }).fill('Only one, please');
  await popup.getByRole('button', { name: 'Generate' }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await jobWith(popup, 'Only one, please', 'done');
  expect(sandbox.generations()).toHaveLength(1);
  await popup.close();
});

test('what is typed stays as typed while it is being kept', async () => {
  const popup = await world().extension.openPage('popup.html');
  const prompt = popup.getByRole('textbox', { name: 'Prompt' });
  const words = 'A long sentence, typed at the speed of a person, longer than any pause.';
  await prompt.pressSequentially(words, { delay: 40 });
  expect(await prompt.inputValue()).toBe(words);
  await prompt.fill('');
  await popup.close();
});
