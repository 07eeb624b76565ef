import * as v from 'valibot';
import type { AnnounceChange, Change } from '../core/change';

const CHANNEL = 'depict-changes';

const changeSchema = v.object({
  jobs: v.exactOptional(v.array(v.string())),
  pictures: v.exactOptional(v.array(v.string())),
  draft: v.exactOptional(v.literal(true)),
  servers: v.exactOptional(v.literal(true)),
  storage: v.exactOptional(v.literal(true)),
});

/** Tells every page which rows changed; they read them from the database themselves. */
export function createAnnouncer(): AnnounceChange {
  const channel = new BroadcastChannel(CHANNEL);
  return (change) => channel.postMessage(change);
}

/** A way to be called back with changes of one kind only; its answer says how to stop. */
export function changesIn(kind: keyof Change): (onChange: () => void) => () => void {
  return (onChange) =>
    listenForChanges(({ [kind]: changed }) => {
      if (changed === true || (changed && changed.length > 0)) onChange();
    });
}

/** Calls back with every change made by the background; returns how to stop. */
export function listenForChanges(listener: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(changeSchema, data);
    if (parsed.success) listener(parsed.output);
  });
  return () => channel.close();
}
