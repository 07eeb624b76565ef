import { readdirSync, readFileSync } from 'node:fs';

const MB = 1_000_000;

/** Text of a file below `/proc`. */
export function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Processes end while they are being looked at.
    return '';
  }
}

/** All processes that one has started, and those that they have, by their ids. */
export function listDescendants(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readOrNothing(`/proc/${name}/status`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const pids = [root]; pids.length > 0;) {
    const own = children.get(pids.pop() ?? 0) ?? [];
    found.push(...own);
    pids.push(...own);
  }
  return found;
}

/** Megabytes that each process has in memory, what it shares with others included, by the ids of processes. */
export type ProcessMemory = ReadonlyMap<number, number>;

/** What all processes that this one has started have in memory. */
export function readMemory(): ProcessMemory {
  const read = (pid: number): readonly [number, number] => [
    pid,
    (Number(/^VmRSS:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/status`))?.[1] ?? 0) * 1024) / MB,
  ];
  return new Map(listDescendants(process.pid).map(read));
}

/** Megabytes by which memory grew at most while something was done. */
export interface MemoryGrowth {
  /** Of all processes together. */
  readonly all: number;
  /** Of the one that grew most. */
  readonly one: number;
}

const INTERVAL_MS = 100;

/**
 * Does the work, and looks again and again at the memory of all processes that this one has started.
 * @param idle what they had before anything was done
 */
export async function measureGrowth(
  idle: ProcessMemory,
  work: () => Promise<unknown>,
): Promise<MemoryGrowth> {
  const sum = (memory: ProcessMemory): number => [...memory.values()].reduce((total, one) => total + one, 0);
  const most = { all: 0, one: 0 };
  const look = (): void => {
    const now = readMemory();
    most.all = Math.max(most.all, sum(now) - sum(idle));
    for (const [pid, megabytes] of now) most.one = Math.max(most.one, megabytes - (idle.get(pid) ?? 0));
  };
  const timer = setInterval(look, INTERVAL_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  look();
  return most;
}
