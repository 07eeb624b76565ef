import { readReply } from '../../utils/api/read-reply';
import { contextOf } from '../../utils/api/reply-context';
import { installFromBase64 } from '../setup/base64-polyfill';
import { median, type Measurement } from './measurement';

const ROUNDS = 5;

const PICTURE_SIZES = [12e6, 24e6] as const;

/** Below the bound for what is no picture. */
const TEXT_SIZES = [7.5e6, 15e6] as const;

/** Twice the bytes may take this much more than twice the time. */
const LINEAR_FACTOR = 1.25;

const GOAL_MB_PER_SECOND = 100;

/** As little and as much as a browser hands over at once. */
const CHUNKS = [1_000, 65_536, 4e6] as const;

const PNG_START = 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAIAAADbtmxL';

const base64 = (length: number): string => PNG_START + 'A'.repeat(length - (length % 4) - PNG_START.length);

const event = (type: string, fields: string): string =>
  `event: ${type}\ndata: {"type":"${type}",${fields}}\n\n`;

const DONE = 'image_generation.completed';

/** Bodies of this length that hold little else than pictures. */
const PICTURES: Readonly<Record<string, (length: number) => string>> = {
  'JSON, one picture': (length) => `{"data":[{"b64_json":"${base64(length)}"}]}`,
  'JSON, ten pictures': (length) =>
    `{"data":[${Array.from({ length: 10 }, () => `{"b64_json":"${base64(length / 10)}"}`).join()}]}`,
  'JSON, base64 in lines': (length) =>
    `{"data":[{"b64_json":"${base64((length * 76) / 78).replace(/.{76}/g, '$&\\n')}"}]}`,
  'events, one picture': (length) => event(DONE, `"b64_json":"${base64(length)}"`),
  'events, previews': (length) =>
    `${Array.from({ length: 4 }, () => event('image_generation.partial_image', `"b64_json":"${base64(length / 4)}"`)).join('')}${event(DONE, `"b64_json":"${base64(400)}"`)}`,
};

/** Bodies of this length that hold little else than other content. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'JSON, text': (length) =>
    `{"data":[{"b64_json":"${base64(400)}","revised_prompt":"${'fox '.repeat(length / 4)}"}]}`,
  'JSON, escaped quotes': (length) =>
    `{"data":[{"b64_json":"${base64(400)}","revised_prompt":"${'\\"'.repeat(length / 2)}"}]}`,
  'JSON, white space': (length) => `${' '.repeat(length)}{"data":[{"b64_json":"${base64(400)}"}]}`,
  'events, lines': (length) =>
    `${': PING\n\n'.repeat(length / 8)}${event(DONE, `"b64_json":"${base64(400)}"`)}`,
};

function inChunks(bytes: Uint8Array<ArrayBuffer>, size: number): Response {
  let start = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (start >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(start, start + size));
      start += size;
    },
  });
  return new Response(body);
}

/** Milliseconds to read a reply. */
async function timeOf(bytes: Uint8Array<ArrayBuffer>, chunk: number): Promise<number> {
  const server = { baseUrl: 'http://127.0.0.1/v1', key: 'sk-bench-0123456789', timeoutMs: 60_000 };
  const response = inChunks(bytes, chunk);
  const options = { wanted: 10, faultOf: (thrown: unknown) => thrown, stop: new AbortController() };
  const started = performance.now();
  let pictures = 0;
  for await (const one of readReply(response, contextOf(response, server, 0), options)) {
    if (one.kind === 'pictures') pictures += one.pictures.length;
  }
  if (pictures === 0) throw new Error('The picture was not read');
  return performance.now() - started;
}

/** How fast replies are read, whatever they hold and however they are cut, and whether twice the size takes twice the time. */
export async function measureReplyReading(): Promise<readonly Measurement[]> {
  installFromBase64();
  const rows: Measurement[] = [];
  const contents = [
    ...Object.entries(PICTURES).map(([name, write]) => ({ name, write, sizes: PICTURE_SIZES })),
    ...Object.entries(TEXTS).map(([name, write]) => ({ name, write, sizes: TEXT_SIZES })),
  ];
  for (const { name: content, write, sizes } of contents) {
    const once = new TextEncoder().encode(write(sizes[0]));
    const twice = new TextEncoder().encode(write(sizes[1]));
    for (const chunk of CHUNKS) {
      const times: { once: number[]; twice: number[] } = { once: [], twice: [] };
      for (let round = 0; round <= ROUNDS; round += 1) {
        const [first, second] = [await timeOf(once, chunk), await timeOf(twice, chunk)];
        if (round === 0) continue;
        times.once.push(first);
        times.twice.push(second);
      }
      const speeds = times.twice.map((time) => twice.length / 1e3 / time);
      const name = `${content}, in ${chunk / 1000} kB`;
      const floor = 2 * median(times.once);
      rows.push(
        {
          name,
          unit: 'MB/s',
          ours: median(speeds),
          floor: GOAL_MB_PER_SECOND,
          goal: GOAL_MB_PER_SECOND,
          moreIsBetter: true,
          rule: `at least ${GOAL_MB_PER_SECOND} MB/s`,
          samples: { ours: speeds, floor: [] },
        },
        {
          name: `${name}: twice the size`,
          unit: 'ms',
          ours: median(times.twice),
          floor,
          goal: floor * LINEAR_FACTOR,
          rule: `linear: ≤ ${LINEAR_FACTOR} × twice the half`,
          samples: { ours: times.twice, floor: times.once },
        },
      );
    }
  }
  return rows;
}
