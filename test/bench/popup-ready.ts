import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { buildFloor } from './build-floor';
import { median, type Measurement } from './measurement';
import { measurePage, type PageReady } from './page-ready';

const ROUNDS = 25;

/** Ours may take this much longer than a React page that only says hello. */
const FACTOR = 1.25;

async function measureRounds(
  ours: LaunchedExtension,
  floor: LaunchedExtension,
): Promise<Record<'popup' | 'hello' | 'static', PageReady[]>> {
  const taken: Record<'popup' | 'hello' | 'static', PageReady[]> = { popup: [], hello: [], static: [] };
  // The first round fills the caches of both browsers and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const popup = await measurePage(ours, 'popup.html');
    const hello = await measurePage(floor, 'hello.html');
    const bare = await measurePage(floor, 'static.html');
    if (round === 0) continue;
    taken.popup.push(popup);
    taken.hello.push(hello);
    taken.static.push(bare);
  }
  return taken;
}

/** How soon the popup is there, against a React page that says hello; a static page tells what the browser itself takes. */
export async function measurePopup(): Promise<readonly Measurement[]> {
  const granted = copyGrantedExtension();
  const built = await buildFloor('http://127.0.0.1:9/v1');
  const ours = await launchExtension({ extensionPath: granted.path, headless: true });
  const floor = await launchExtension({ extensionPath: built.path, headless: true });
  try {
    const { popup, hello, static: bare } = await measureRounds(ours, floor);
    const row = (name: string, key: keyof PageReady): Measurement => {
      const samples = { ours: popup.map((ready) => ready[key]), floor: hello.map((ready) => ready[key]) };
      const floorMedian = median(samples.floor);
      const staticMedian = median(bare.map((ready) => ready[key])).toFixed(1);
      return {
        name,
        unit: 'ms',
        ours: median(samples.ours),
        floor: floorMedian,
        goal: floorMedian * FACTOR,
        rule: `≤ ${FACTOR} × a React page that says hello (a static page: ${staticMedian} ms)`,
        samples,
      };
    };
    return [
      row('popup: first contentful paint', 'firstPaint'),
      row('popup: first control usable', 'firstControl'),
    ];
  } finally {
    await ours.close();
    await floor.close();
    granted.remove();
    built.remove();
  }
}
