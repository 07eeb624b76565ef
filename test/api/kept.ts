import type { Asked } from './ask';

/** The pictures that arrived: bytes as base64, addresses as they are. */
export function kept({ events }: Pick<Asked, 'events'>): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'pictures'
      ? event.pictures.map(({ source }) =>
          source.kind === 'bytes' ? Buffer.from(source.bytes).toString('base64') : source.address,
        )
      : [],
  );
}

/** An event with its name in both places. */
export const event = (name: string, fields: object): string =>
  `event: ${name}\ndata: ${JSON.stringify({ type: name, ...fields })}\n\n`;
