import { maskKeyShapes } from './key-shapes';

/** Facts by the name they are told under; names are the API's own or plain English, as a report is read by developers. */
export type ReportFacts = Readonly<Record<string, unknown>>;

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== '';
}

/**
 * One line for each fact that is known. A value keeps to its line, whatever it holds, and what is shaped like an API key
 * is masked, as reports are shown to others.
 */
export function reportLines(facts: ReportFacts): readonly string[] {
  return Object.entries(facts)
    .filter(([, value]) => isKnown(value))
    .map(([name, value]) => maskKeyShapes(`${name}: ${String(value).replace(/\s+/g, ' ')}`));
}

/** A point in time as developers write it. */
export function reportTime(at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'unknown' : date.toISOString();
}

/** Names with their values, as in `size: 1024x1024, quality: low`; empty where nothing is known. */
export function reportPairs(pairs: object = {}): string {
  return Object.entries(pairs)
    .filter(([, value]) => isKnown(value))
    .map(([name, value]: [string, unknown]) => `${name}: ${String(value)}`)
    .join(', ');
}
