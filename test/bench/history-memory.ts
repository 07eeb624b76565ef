import { median, type Measurement } from './measurement';
import { historyPath, type HistoryName, type HistoryProfiles } from './history-profiles';
import { settledMemory } from './renderer-memory';

const ROUNDS = 5;

const SCREENS = 20;

const MEASURED = ['floor', 'usual', 'longest'] as const satisfies readonly HistoryName[];

/** Resident memory of the extension's process in MB. */
interface MemoryVisit {
  readonly loaded: number;
  readonly scrolled: number;
}

/** A screen at a time, each seen until its thumbnails are there. */
const SCROLL = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const isWhole = () => [...document.querySelectorAll('[data-image-id] img')]
    .filter((image) => { const { top, bottom } = image.getBoundingClientRect(); return bottom > 0 && top < innerHeight; })
    .every((image) => image.complete && image.naturalWidth > 0);
  for (let screen = 0; screen < ${SCREENS}; screen += 1) {
    scrollBy({ top: innerHeight, behavior: 'instant' });
    do await frame(); while (!isWhole());
  }
})()`;

/** A browser of its own for each look, so that nothing is left from the one before. */
async function visit(profiles: HistoryProfiles, name: HistoryName): Promise<MemoryVisit> {
  const extension = await profiles.launch(name);
  try {
    const page = await extension.context.newPage();
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(extension.url(historyPath(name)));
    await page.locator('[data-image-id] img').first().waitFor();
    const loaded = await settledMemory(extension.context);
    await page.evaluate(SCROLL);
    return { loaded, scrolled: await settledMemory(extension.context) };
  } finally {
    await extension.close();
  }
}

/** What the history page takes in memory, against a page of some forty lines and against itself. */
export async function measureHistoryMemory(profiles: HistoryProfiles): Promise<readonly Measurement[]> {
  const visits: Record<(typeof MEASURED)[number], MemoryVisit[]> = { floor: [], usual: [], longest: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of MEASURED) visits[name].push(await visit(profiles, name));
  }
  const row = (
    name: string,
    key: keyof MemoryVisit,
    [ours, floor]: readonly [keyof typeof visits, keyof typeof visits],
    factor: number,
    rule: string,
  ): Measurement => {
    const samples = {
      ours: visits[ours].map((one) => one[key]),
      floor: visits[floor].map((one) => one[key]),
    };
    const floorMedian = median(samples.floor);
    return {
      name: `history: ${name}`,
      unit: 'MB',
      ours: median(samples.ours),
      floor: floorMedian,
      goal: floorMedian * factor,
      rule,
      samples,
    };
  };
  const bare = '≤ 1.5 × a page of forty lines';
  const self = '≤ 2 × our own with 1,000';
  return [
    row('RSS at load, 1,000 × 1.5 MB', 'loaded', ['usual', 'floor'], 1.5, bare),
    row('RSS after 20 screens, 1,000 × 1.5 MB', 'scrolled', ['usual', 'floor'], 1.5, bare),
    row('RSS at load, 100,000', 'loaded', ['longest', 'usual'], 2, self),
    row('RSS after 20 screens, 100,000', 'scrolled', ['longest', 'usual'], 2, self),
  ];
}
