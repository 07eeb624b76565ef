/** What a header or a directive in a prompt asks for. */
export interface Directive {
  /** The text as it was written, which tells one directive from another. */
  readonly text: string;
  readonly name: string;
  readonly value: string | undefined;
  /** How many requests it holds for; undefined for all. */
  readonly times: number | undefined;
}

const pattern = /\[\[\s*([a-z][^[\]]*)\]\]/g;

/** Reads `name`, `name value`, `name x2` or `name value x2`. */
export function parseDirective(text: string): Directive {
  const words = text.trim().split(/\s+/);
  const times = /^x(\d+)$/.exec(words.at(-1) ?? '')?.[1];
  if (times !== undefined) words.pop();
  const [name = '', ...rest] = words;
  return {
    text,
    name,
    value: rest.length > 0 ? rest.join(' ') : undefined,
    times: times === undefined ? undefined : Number(times),
  };
}

/** Every `[[…]]` of a prompt in its order. */
export function directivesIn(prompt: string): Directive[] {
  return Array.from(prompt.matchAll(pattern), ([, inner = '']) => parseDirective(inner));
}

/** A prompt as it would be without what it says to the sandbox. */
export function withoutDirectives(prompt: string): string {
  return prompt.includes('[[') ? prompt.replace(pattern, ' ').replace(/\s+/g, ' ').trim() : prompt;
}
