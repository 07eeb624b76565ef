import { readEvents } from '../../utils/api/read-events';
import { median, type Measurement } from './measurement';

const ROUNDS = 9;

/** A frame with a large preview. */
const FRAME_BYTES = 12e6;

/** As much as a browser hands over at once. */
const CHUNK_BYTES = 65_536;

/** Twice the bytes may take this much more than twice the time. */
const LINEAR_FACTOR = 1.25;

const GOAL_MB_PER_SECOND = 100;

function makeFrame(bytes: number): Uint8Array<ArrayBuffer> {
  const json = `{"type":"image_generation.partial_image","b64_json":"${'A'.repeat(bytes)}"}`;
  return new TextEncoder().encode(`event: image_generation.partial_image\ndata: ${json}\n\n`);
}

async function* inChunks(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield await Promise.resolve(bytes.subarray(start, start + CHUNK_BYTES));
  }
}

/** Milliseconds to read all events of a stream. */
async function timeOf(stream: Uint8Array<ArrayBuffer>): Promise<number> {
  const started = performance.now();
  let characters = 0;
  for await (const { data } of readEvents(inChunks(stream))) characters += data.length;
  if (characters < stream.length / 2) throw new Error('The frame was not read');
  return performance.now() - started;
}

/** How fast large frames of an event stream are read, and whether twice the size takes twice the time. */
export async function measureEventFrames(): Promise<readonly Measurement[]> {
  const once = makeFrame(FRAME_BYTES);
  const twice = makeFrame(2 * FRAME_BYTES);
  const times: { once: number[]; twice: number[] } = { once: [], twice: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const first = await timeOf(once);
    const second = await timeOf(twice);
    if (round === 0) continue;
    times.once.push(first);
    times.twice.push(second);
  }
  const speeds = times.once.map((time) => once.length / 1e3 / time);
  const floor = 2 * median(times.once);
  return [
    {
      name: 'event frames of 12 MB',
      unit: 'MB/s',
      ours: median(speeds),
      floor: GOAL_MB_PER_SECOND,
      goal: GOAL_MB_PER_SECOND,
      moreIsBetter: true,
      rule: `at least ${GOAL_MB_PER_SECOND} MB/s`,
      samples: { ours: speeds, floor: [] },
    },
    {
      name: 'event frames of 24 MB',
      unit: 'ms',
      ours: median(times.twice),
      floor,
      goal: floor * LINEAR_FACTOR,
      rule: `linear: ≤ ${LINEAR_FACTOR} × twice a frame of 12 MB`,
      samples: { ours: times.twice, floor: times.once },
    },
  ];
}
