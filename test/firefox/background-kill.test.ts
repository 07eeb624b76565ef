import { launchFirefox } from '../browser/firefox/launch-firefox';
import { extent } from '../proof/extent';
import { createHeldAnswers } from '../proof/held-answers';
import { testKillMatrix, type OpenedPlace } from '../proof/kill-matrix';
import { startSandbox } from '../sandbox/server';
import { writePrompt } from './drawing';
import { connect } from './support';

/** One Firefox for many deaths of its background. */
async function openFirefoxPlace(): Promise<OpenedPlace> {
  const answers = createHeldAnswers();
  const sandbox = await startSandbox({ intercept: answers.intercept });
  const firefox = await launchFirefox();
  const options = await connect({ firefox, sandbox });
  const panel = await firefox.openPage('sidepanel.html');
  await options.close();
  return {
    name: 'Firefox',
    sandbox,
    answers,
    page: panel,
    write: (prompt) => writePrompt(panel, prompt),
    kill: () => firefox.background.terminate(),
    async close() {
      await firefox.close();
      await sandbox.close();
    },
  };
}

testKillMatrix(openFirefoxPlace, extent.firefoxBackgroundKills);
