import type { TestContext } from 'vitest';
import { launchFirefox, type FirefoxExtension } from '../browser/firefox/launch-firefox';
import { poll } from '../browser/poll';
import { testBrowserDeaths, type Mortal } from '../proof/browser-deaths';
import { extent } from '../proof/extent';
import { createLastingProfile } from '../proof/lasting-profile';
import { writePrompt } from './drawing';
import { connect } from './support';

async function createFirefox(context: TestContext): Promise<Mortal> {
  const userDataDir = await createLastingProfile(context);
  let running: FirefoxExtension | undefined;
  context.onTestFinished(() => running?.kill());
  const launch = async (): Promise<FirefoxExtension> => {
    running = await launchFirefox({ userDataDir });
    return running;
  };
  return {
    name: 'Firefox',
    async prepare(sandbox) {
      const firefox = await launch();
      await connect({ firefox, sandbox });
      await firefox.close();
      running = undefined;
    },
    async start() {
      const firefox = await launch();
      const isRunning = async () => ((await firefox.background.state()) === 'running' ? true : undefined);
      await poll('the background to be started with the browser', isRunning);
      const panel = await firefox.openPage('sidepanel.html');
      return {
        page: panel,
        write: (prompt) => writePrompt(panel, prompt),
        async kill() {
          running = undefined;
          await firefox.kill();
        },
      };
    },
  };
}

testBrowserDeaths(createFirefox, extent.firefoxBrowserKills);
