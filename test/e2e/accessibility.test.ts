import { beforeAll, describe, test } from 'vitest';
import { expectNoViolations } from './axe';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

describe('pages have no violation that axe can find, in light and dark', () => {
  test('before anything is set up', async () => {
    const { extension } = world();
    for (const path of ['popup.html', 'sidepanel.html', 'gallery.html', 'options.html', 'diagnostics.html']) {
      const page = await extension.openPage(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectNoViolations(page);
      await page.close();
    }
  });

  describe('with jobs of many kinds', () => {
    beforeAll(async () => {
      const options = await connect(world());
      await options.getByRole('button', { name: 'Test connection' }).click();
      await options.getByText('The server accepts the key.').waitFor();
      await options.getByText('More about this server').click();
      await expectNoViolations(options);
      await options.getByRole('button', { name: 'Add a server' }).click();
      await options.getByRole('button', { name: 'OpenAI' }).click();
      await expectNoViolations(options);
    });

    test('popup with a done and a failed job, all settings shown', async () => {
      const popup = await world().extension.openPage('popup.html');
      await generate(popup, 'A finished one');
      await jobWith(popup, 'A finished one', 'done');
      await popup.getByText('More settings').click();
      await popup.getByRole('checkbox', { name: 'Show the picture while it is drawn' }).check();
      await popup.getByRole('combobox', { name: 'Format' }).selectOption('webp');
      await generate(popup, 'A broken off one [[stream-cut]]');
      await (await jobWith(popup, 'A broken off one', 'failed')).getByRole('img').waitFor();
      await popup.getByRole('combobox', { name: 'Model' }).selectOption('dall-e-2');
      await popup.getByRole('textbox', { name: 'Prompt' }).fill('x'.repeat(1001));
      await popup.getByRole('button', { name: 'Cut at a sentence' }).waitFor();
      await expectNoViolations(popup);
    });

    test('history with pictures, and the viewer', async () => {
      const gallery = await world().extension.openPage('gallery.html');
      await gallery.locator('[data-image-id]').first().waitFor();
      await expectNoViolations(gallery);
      await gallery.locator('[data-image-id]').getByRole('button').first().click();
      await gallery.getByRole('dialog').getByRole('img').waitFor();
      await expectNoViolations(gallery);
    });

    test('history with its filters, by page, and with nothing found', async () => {
      const gallery = await world().extension.openPage('gallery.html#order=page');
      await gallery.getByRole('button', { name: 'Filters' }).click();
      await gallery.getByRole('group', { name: 'Filters' }).waitFor();
      await gallery.getByRole('searchbox', { name: 'Search history' }).fill('finished');
      await gallery.locator('mark').first().waitFor();
      await expectNoViolations(gallery);
      await gallery.getByRole('searchbox', { name: 'Search history' }).fill('no such words');
      await gallery.getByText('No picture fits').waitFor();
      await expectNoViolations(gallery);
      await gallery.close();
    });

    test('trash with a picture, before and after it is emptied', async () => {
      const gallery = await world().extension.openPage('gallery.html');
      await gallery.locator('[data-image-id]').getByRole('button').first().click();
      await gallery.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await gallery.getByRole('button', { name: 'Undo' }).waitFor();
      await gallery.goto(world().extension.url('gallery.html#trash'));
      await gallery.reload();
      await gallery.getByRole('list', { name: 'Deleted images' }).getByRole('img').waitFor();
      await expectNoViolations(gallery);
      await gallery.getByRole('button', { name: 'Empty trash' }).click();
      await gallery.getByRole('button', { name: 'Delete 1 picture for good' }).waitFor();
      await expectNoViolations(gallery);
      await gallery.getByRole('button', { name: 'Delete 1 picture for good' }).click();
      await gallery.getByText('The trash is empty').waitFor();
      await expectNoViolations(gallery);
      await gallery.close();
    });

    test('what is under the hood, with a done and a failed job opened', async () => {
      const page = await world().extension.openPage('diagnostics.html');
      for (const state of ['done', 'failed']) {
        const job = page.locator(`[data-job-id][data-state="${state}"]`).first();
        await job.locator('summary').click();
        await job.getByRole('group', { name: 'What was sent' }).waitFor();
      }
      await expectNoViolations(page);
      await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Cancelled (0)' });
      await page.getByText('No job is in this state').waitFor();
      await expectNoViolations(page);
    });
  });
});
