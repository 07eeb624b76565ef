import { copyGrantedExtension } from '../browser/granted-extension';
import { launchExtension } from '../browser/launch-extension';
import { openBackgroundHeap, type BackgroundHeap } from './background-heap';
import { connectTo, drawReply } from './draw-reply';
import type { Measurement } from './measurement';
import { startReplyServer, type ReplyContent } from './reply-server';

const ROUNDS = 3;

/** How often the body may be in memory. */
const MEMORY_FACTOR = 3;

/** 2450 pixels of noise on an edge are 18 MB, and 24 MB as base64. */
const CONTENTS: Readonly<Record<string, ReplyContent>> = {
  'JSON of ten 3 MB pictures': { pictures: 10 },
  'JSON of one 18 MB picture': { pictures: 1, edge: 2450 },
  'events of ten 3 MB pictures': { pictures: 10, format: 'events' },
  'events of one 18 MB picture': { pictures: 1, edge: 2450, format: 'events' },
};

/** Most bytes the background held at once while the work ran, above what it held before. */
async function watchHeap(heap: BackgroundHeap, work: () => Promise<unknown>): Promise<number> {
  await heap.collectGarbage();
  const before = await heap.used();
  const seen: number[] = [];
  const over = new AbortController();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) seen.push((await heap.used()) - before);
  };
  const watching = watch();
  await work();
  over.abort();
  await watching;
  return Math.max(...seen);
}

async function measureContent(name: string, content: ReplyContent): Promise<Measurement> {
  const server = await startReplyServer(content);
  const granted = copyGrantedExtension();
  const extension = await launchExtension({ extensionPath: granted.path, headless: true });
  const samples: number[] = [];
  try {
    const page = await connectTo(extension, server);
    const heap = await openBackgroundHeap(extension);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const most = await watchHeap(heap, () => drawReply(page, server, content.pictures, round));
      if (round > 0) samples.push(most / 1e6);
    }
  } finally {
    await extension.close();
    await server.close();
    granted.remove();
  }
  const body = server.bodyBytes / 1e6;
  return {
    name: `most memory, ${name}`,
    unit: 'MB',
    ours: Math.max(...samples),
    floor: body,
    goal: body * MEMORY_FACTOR,
    rule: `≤ ${MEMORY_FACTOR} × the body`,
    samples: { ours: samples, floor: [] },
  };
}

/** The most memory that the background takes while it reads, stores and decodes a reply. */
export async function measureReplyMemory(): Promise<readonly Measurement[]> {
  const rows: Measurement[] = [];
  for (const [name, content] of Object.entries(CONTENTS)) rows.push(await measureContent(name, content));
  return rows;
}
