import type { TestContext } from 'vitest';
import { browserProcess } from '../browser/browser-process';
import { copyGrantedExtension } from '../browser/granted-extension';
import { killGroup } from '../browser/kill-group';
import { connect } from '../e2e/connected-world';
import { testBrowserDeaths, type Mortal } from './browser-deaths';
import { writePrompt } from './chromium-place';
import { extent } from './extent';
import { createLastingProfile } from './lasting-profile';
import { openProfile } from './waiting-jobs';

async function createChromium(context: TestContext): Promise<Mortal> {
  const userDataDir = await createLastingProfile(context);
  const granted = copyGrantedExtension();
  context.onTestFinished(granted.remove);
  // Waits until the background runs, which nobody of us wakes: the start of the browser does.
  const launch = async () => {
    const extension = await openProfile({ extensionPath: granted.path, userDataDir });
    context.onTestFinished(() => extension.close());
    return extension;
  };
  return {
    name: 'Chromium',
    async prepare(sandbox) {
      const extension = await launch();
      await connect({ extension, sandbox });
      await extension.close();
    },
    async start() {
      const extension = await launch();
      const browser = await browserProcess(extension);
      const panel = await extension.openPage('sidepanel.html');
      return {
        page: panel,
        write: (prompt) => writePrompt(panel, prompt),
        kill: () => killGroup(browser),
      };
    },
  };
}

testBrowserDeaths(createChromium, extent.browserKills);
