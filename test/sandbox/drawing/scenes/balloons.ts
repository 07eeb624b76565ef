import { mix } from '../palettes';
import { clouds, sky, sun } from '../sky';
import { ground, px, rollingEdge, type DrawScene, type Point, type Stage } from '../stage';

/** Striped balloons above rolling fields. */
export const balloons: DrawScene = (stage) => {
  const { random, palette, width, height, unit } = stage;
  const disc = sun(
    stage,
    [width * random.between(0.15, 0.85), height * random.between(0.14, 0.26)],
    unit * random.between(0.06, 0.09),
  );
  const hills = [0, 0.33, 0.66, 1].map((depth) =>
    ground(
      stage,
      rollingEdge(stage, height * (0.64 + 0.24 * depth), unit * 0.06, random.between(0.6, 1.2)),
      mix(palette.far, palette.near, 0.1 + depth * 0.8),
    ),
  );
  const spots: readonly (readonly [number, number, number])[] = [
    [random.between(0.16, 0.3), random.between(0.44, 0.54), 0.06],
    [random.between(0.72, 0.86), random.between(0.38, 0.46), 0.08],
    [random.between(0.42, 0.58), random.between(0.26, 0.34), 0.14],
  ];
  const flight = spots.map(([x, y, size], index) =>
    balloon(stage, [x * width, y * height], unit * size, index),
  );
  return {
    backdrop: sky(stage) + disc + clouds(stage, random.integer(3, 5)),
    figures: hills.join('') + flight.join(''),
  };
};

/** @param radius half the width of the envelope, in pixels; the stripes are ever narrower versions of it */
function balloon(stage: Stage, [x, y]: Point, radius: number, index: number): string {
  const { palette } = stage;
  const colors = [palette.accent, palette.light, mix(palette.accent, palette.near, 0.3)] as const;
  const stripes = [1, 0.72, 0.44, 0.16].map((share, stripe) => {
    const half = radius * share;
    const path =
      `M${px(x)} ${px(y - radius)}C${px(x + half * 1.32)} ${px(y - radius)} ${px(x + half * 1.32)} ${px(y + radius * 0.42)} ${px(x + half * 0.26)} ${px(y + radius * 1.22)}` +
      `H${px(x - half * 0.26)}C${px(x - half * 1.32)} ${px(y + radius * 0.42)} ${px(x - half * 1.32)} ${px(y - radius)} ${px(x)} ${px(y - radius)}Z`;
    return `<path d="${path}" fill="${colors[(stripe + index) % 2 === 0 ? (index % 2 === 0 ? 0 : 2) : 1]}"/>`;
  });
  const ropes = `<path d="M${px(x - radius * 0.24)} ${px(y + radius * 1.2)}L${px(x - radius * 0.15)} ${px(y + radius * 1.6)}M${px(x + radius * 0.24)} ${px(y + radius * 1.2)}L${px(x + radius * 0.15)} ${px(y + radius * 1.6)}" stroke="${palette.near}" stroke-width="${px(radius * 0.035)}"/>`;
  const basket = `<rect x="${px(x - radius * 0.17)}" y="${px(y + radius * 1.56)}" width="${px(radius * 0.34)}" height="${px(radius * 0.26)}" rx="${px(radius * 0.05)}" fill="${palette.near}"/>`;
  return stripes.join('') + ropes + basket;
}
