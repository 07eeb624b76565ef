import type { ListedModel } from '../model/listed-model';
import type { ModelPrice } from '../model/model-price';

/** What was found out about a server, so that nothing has to be found out twice. */
export interface ServerKnowledge {
  readonly providerId: string;
  /** Fields of a request it refuses, by model. */
  readonly refused: Readonly<Record<string, readonly string[]>>;
  /** Models of which it draws one picture for a request, whatever `n` says. */
  readonly onePerRequest: readonly string[];
  /** Whether it answers only at the path with a slash at its end. */
  readonly trailingSlash?: boolean;
  /** Until when it wants to be left alone. */
  readonly pausedUntil?: number;
  readonly models?: readonly ListedModel[];
  readonly prices?: readonly ModelPrice[];
}

/** Something new about a server. */
export type Lesson =
  | { readonly type: 'refuses'; readonly model: string; readonly field: string }
  | { readonly type: 'drawsOne'; readonly model: string }
  | { readonly type: 'trailingSlash' }
  | { readonly type: 'pause'; readonly until: number }
  /** The person saved it again, and may have changed it: what it refused is tried once more. */
  | { readonly type: 'saved' }
  | { readonly type: 'models'; readonly models: readonly ListedModel[] }
  | { readonly type: 'prices'; readonly prices: readonly ModelPrice[] };

/** What is known of a server nobody has talked to. */
export function knowNothing(providerId: string): ServerKnowledge {
  return { providerId, refused: {}, onePerRequest: [] };
}

function withOne(list: readonly string[], entry: string): readonly string[] {
  return list.includes(entry) ? list : [...list, entry];
}

/** Fields the server refuses for a model. */
export function refusedFor({ refused }: ServerKnowledge, model: string): readonly string[] {
  return (Object.hasOwn(refused, model) ? refused[model] : undefined) ?? [];
}

/** What is known after a lesson. A field `n` that is refused means that pictures are drawn one by one. */
export function learn(known: ServerKnowledge, lesson: Lesson): ServerKnowledge {
  switch (lesson.type) {
    case 'refuses': {
      const { model, field } = lesson;
      if (field === 'n') return learn(known, { type: 'drawsOne', model });
      return { ...known, refused: { ...known.refused, [model]: withOne(refusedFor(known, model), field) } };
    }
    case 'drawsOne':
      return { ...known, onePerRequest: withOne(known.onePerRequest, lesson.model) };
    case 'trailingSlash':
      return { ...known, trailingSlash: true };
    case 'pause':
      return { ...known, pausedUntil: Math.max(lesson.until, known.pausedUntil ?? 0) };
    case 'saved': {
      const { models, prices } = known;
      return {
        ...knowNothing(known.providerId),
        ...(models && { models }),
        ...(prices && { prices }),
      };
    }
    case 'models':
      return { ...known, models: lesson.models };
    case 'prices':
      return { ...known, prices: lesson.prices };
  }
}
