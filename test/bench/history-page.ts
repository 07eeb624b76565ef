import { requireBuiltExtension } from '../browser/extension-folder';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { seedHistory } from '../seed/seed-history';
import { buildFloor } from './build-floor';
import { fillFloorHistory } from './fill-floor-history';
import { visitHistory, type HistoryVisit } from './history-visit';
import { median, type Measurement } from './measurement';

const ROUNDS = 5;

const BYTES = 20_000;

/** Lengths of our histories: a short one, the floor's, one to scroll through, and a very long one. */
const LENGTHS = { short: 100, usual: 1000, long: 10_000, longest: 100_000 } as const;

type Length = keyof typeof LENGTHS;

type Visits = Record<Length | 'floor', HistoryVisit[]>;

async function visitEach(browsers: Record<Length | 'floor', LaunchedExtension>): Promise<Visits> {
  const visits: Visits = { floor: [], short: [], usual: [], long: [], longest: [] };
  const names = ['floor', 'short', 'usual', 'long', 'longest'] as const;
  // The first round fills the caches of the browsers and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const path = name === 'floor' ? 'history.html' : 'gallery.html';
      const visit = await visitHistory(browsers[name], path);
      if (round > 0) visits[name].push(visit);
    }
  }
  return visits;
}

function rowsOf(visits: Visits): readonly Measurement[] {
  const take = (name: keyof Visits, key: keyof HistoryVisit) => visits[name].map((visit) => visit[key]);
  const against = (
    name: string,
    key: keyof HistoryVisit,
    [ours, floor]: readonly [keyof Visits, keyof Visits],
    goal: { readonly factor: number } | { readonly most: number },
    rule: string,
  ): Measurement => {
    const samples = { ours: take(ours, key), floor: take(floor, key) };
    const floorMedian = median(samples.floor);
    return {
      name: `history: ${name}`,
      unit: key === 'nodes' ? 'nodes' : 'ms',
      ours: median(samples.ours),
      floor: floorMedian,
      goal: 'factor' in goal ? floorMedian * goal.factor : goal.most,
      rule,
      samples,
    };
  };
  return [
    against(
      'first thumbnail, 1,000',
      'firstThumbnail',
      ['usual', 'floor'],
      { factor: 2 },
      '≤ 2 × a page of forty lines',
    ),
    against(
      'a screen, 100,000',
      'screenful',
      ['longest', 'short'],
      { factor: 1.5 },
      '≤ 1.5 × our own with 100',
    ),
    against('keystroke, 1,000', 'keystroke', ['usual', 'floor'], { most: 100 }, '≤ 100 ms'),
    against(
      'keystroke, 100,000',
      'keystroke',
      ['longest', 'floor'],
      { most: 150 },
      '≤ 150 ms; the floor has 1,000',
    ),
    against(
      'longest frame, 10,000',
      'longestFrame',
      ['long', 'floor'],
      { most: 50 },
      '≤ 50 ms over 50 screens',
    ),
    against('nodes, 100,000', 'nodes', ['longest', 'floor'], { most: 3000 }, '< 3,000'),
  ];
}

/** How the history page does with few and with very many pictures, against a page of some forty lines. */
export async function measureHistory(): Promise<readonly Measurement[]> {
  const floorBuild = await buildFloor('http://127.0.0.1:9/v1');
  const launched: LaunchedExtension[] = [];
  const launch = async (extensionPath: string): Promise<LaunchedExtension> => {
    const extension = await launchExtension({ extensionPath, headless: true });
    launched.push(extension);
    return extension;
  };
  const seeded = async (length: Length): Promise<LaunchedExtension> => {
    const extension = await launch(requireBuiltExtension());
    await seedHistory(extension, { images: LENGTHS[length], bytes: BYTES });
    return extension;
  };
  try {
    const floor = await launch(floorBuild.path);
    await fillFloorHistory(floor, LENGTHS.usual, BYTES);
    const browsers = {
      floor,
      short: await seeded('short'),
      usual: await seeded('usual'),
      long: await seeded('long'),
      longest: await seeded('longest'),
    };
    return rowsOf(await visitEach(browsers));
  } finally {
    for (const extension of launched) await extension.close();
    floorBuild.remove();
  }
}
