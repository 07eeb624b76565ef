import { mix } from '../palettes';
import { birds, sky, sun } from '../sky';
import { ground, px, rollingEdge, type DrawScene, type Point, type Stage } from '../stage';
import { pineRow } from '../trees';

/** Row upon row of pines in the haze, and a hut with a light on. */
export const forest: DrawScene = (stage) => {
  const { random, palette, width, height, unit } = stage;
  const disc = sun(
    stage,
    [width * random.between(0.25, 0.75), height * random.between(0.22, 0.36)],
    unit * random.between(0.1, 0.16),
  );
  const count = 5;
  const hutAt = random.between(0.25, 0.75);
  const rows = Array.from({ length: count }, (_, index) => {
    const depth = index / (count - 1);
    const edge = rollingEdge(stage, height * (0.46 + 0.26 * depth), unit * 0.04, random.between(0.7, 1.6));
    const fill = mix(mix(palette.far, palette.sky[2], 0.35 * (1 - depth)), palette.near, depth * 0.95);
    const trees = pineRow(stage, edge, unit * (0.03 + 0.05 * depth), unit * (0.1 + 0.17 * depth), fill);
    const foot = edge[Math.round(hutAt * (edge.length - 1))];
    const withHut =
      index === count - 1 && foot ? hut(stage, [foot[0], foot[1] + unit * 0.02], unit * 0.12) : '';
    return trees + ground(stage, edge, fill) + withHut;
  });
  return { backdrop: sky(stage) + disc, figures: rows.join('') + birds(stage, random.integer(3, 6)) };
};

function hut(stage: Stage, [x, y]: Point, size: number): string {
  const { palette } = stage;
  const wall = mix(palette.near, palette.accent, 0.22);
  const at = (dx: number, dy: number): string => `${px(x + dx * size)} ${px(y + dy * size)}`;
  const box = (dx: number, dy: number, w: number, h: number, fill: string): string =>
    `<rect x="${px(x + dx * size)}" y="${px(y + dy * size)}" width="${px(w * size)}" height="${px(h * size)}" fill="${fill}"/>`;
  return (
    box(-0.5, -0.5, 1, 0.62, wall) +
    `<path d="M${at(-0.66, -0.46)}L${at(0, -1)}L${at(0.66, -0.46)}Z" fill="${palette.accent}"/>` +
    box(0.28, -1, 0.13, 0.34, palette.accent) +
    box(-0.34, -0.34, 0.26, 0.22, palette.light) +
    box(0.1, -0.34, 0.24, 0.46, mix(palette.near, palette.light, 0.75))
  );
}
