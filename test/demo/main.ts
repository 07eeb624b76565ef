import { EXTENSION_FOLDER } from '../browser/extension-folder';
import { launchExtension } from '../browser/launch-extension';
import { servePassage } from '../browser/main-job/serve-passage';
import { startSandbox } from '../sandbox/server';
import { buildExtension } from './build-extension';
import { createCamera } from './camera';
import { cleanUpOnSignals, createCleanup, type Cleanup } from './cleanup';
import { playMainJob } from './play-main-job';
import { createAskedReader, createHandyReader } from './reader';
import { createSteps, StepFailed, type Steps } from './steps';
import { findSurroundings } from './surroundings';

/** As long as it takes to see that something is being drawn. */
const DRAWING_MS = 2500;

async function demonstrate(steps: Steps, cleanup: Cleanup): Promise<void> {
  const { hasAudience, display, hands } = await steps.run('find a browser and a display', () =>
    findSurroundings(cleanup),
  );
  await steps.run('build the extension', buildExtension);
  const sandbox = await steps.run('start an image server that needs no account', () =>
    cleanup.keep(startSandbox({ latencyMs: DRAWING_MS }), (started) => started.close()),
  );
  const passage = await cleanup.keep(servePassage(), (started) => started.close());
  const extension = await steps.run('start the browser with the extension', () =>
    cleanup.keep(launchExtension({ extensionPath: EXTENSION_FOLDER, display }), (started) => started.close()),
  );
  steps.photograph(createCamera(extension.context, display), hasAudience ? 'failures' : 'each step');

  await playMainJob(steps, {
    extension,
    reader: hands ? createHandyReader(hands, steps) : createAskedReader(steps),
    baseUrl: sandbox.baseUrl,
    passageUrl: passage.url,
  });

  if (hasAudience) {
    console.log('\nThe browser stays open for you: close it, or press Ctrl-C here, to end.');
    await extension.context.waitForEvent('close', { timeout: 0 });
  } else {
    console.log(`\n${steps.pictures.join('\n')}`);
  }
}

const cleanup = createCleanup();
cleanUpOnSignals(cleanup);
try {
  await demonstrate(
    createSteps('demo-output', () => cleanup.isRunning()),
    cleanup,
  );
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(error);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}
