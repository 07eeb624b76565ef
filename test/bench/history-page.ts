import type { LaunchedExtension } from '../browser/launched-extension';
import { HISTORY_NAMES, historyPath, type HistoryName, type HistoryProfiles } from './history-profiles';
import { visitHistory, type HistoryVisit } from './history-visit';
import { median, type Measurement } from './measurement';

const ROUNDS = 5;

type Visits = Record<HistoryName, HistoryVisit[]>;

async function visitEach(browsers: ReadonlyMap<HistoryName, LaunchedExtension>): Promise<Visits> {
  const visits: Visits = { floor: [], short: [], usual: [], long: [], longest: [] };
  // The first round fills the caches of the browsers and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, browser] of browsers) {
      const visit = await visitHistory(browser, historyPath(name));
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
      'first 24 thumbnails, 100,000',
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

/** How fast the history page is with few and with very many pictures, against a page of some forty lines. */
export async function measureHistorySpeed(profiles: HistoryProfiles): Promise<readonly Measurement[]> {
  const browsers = new Map<HistoryName, LaunchedExtension>();
  try {
    for (const name of HISTORY_NAMES) browsers.set(name, await profiles.launch(name));
    return rowsOf(await visitEach(browsers));
  } finally {
    for (const browser of browsers.values()) await browser.close();
  }
}
