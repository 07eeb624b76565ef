import { px, type Point, type Stage } from './stage';

/** Path data of one pine whose foot stands at a point: three tiers and a trunk. */
function pine([x, y]: Point, height: number): string {
  const tiers = [
    [0, 0.5, 0.3],
    [0.24, 0.76, 0.42],
    [0.5, 0.94, 0.54],
  ] as const;
  const shapes = tiers.map(([top, bottom, spread]) => {
    const half = (height * spread) / 2;
    return `M${px(x)} ${px(y - height * (1 - top))}L${px(x + half)} ${px(y - height * (1 - bottom))}h${px(-2 * half)}Z`;
  });
  const trunk = height * 0.035;
  return `${shapes.join('')}M${px(x - trunk)} ${px(y - height * 0.1)}h${px(trunk * 2)}v${px(height * 0.14)}h${px(-trunk * 2)}Z`;
}

/**
 * Pines along an edge.
 *
 * @param gap mean distance between two, in pixels
 * @param height mean height, in pixels
 */
export function pineRow(
  stage: Stage,
  edge: readonly Point[],
  gap: number,
  height: number,
  fill: string,
): string {
  const { random, width } = stage;
  let paths = '';
  for (let x = -gap * random.between(0, 1); x < width + gap; x += gap * random.between(0.55, 1.45)) {
    const nearest = edge[Math.round((x / width) * (edge.length - 1))];
    if (nearest) paths += pine([x, nearest[1] + height * 0.1], height * random.between(0.65, 1.25));
  }
  return `<path d="${paths}" fill="${fill}"/>`;
}
