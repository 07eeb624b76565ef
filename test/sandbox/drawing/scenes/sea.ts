import { mix } from '../palettes';
import { birds, clouds, sky, sun } from '../sky';
import { ground, px, type DrawScene, type Point, type Stage } from '../stage';

/** A low sun over bands of waves, with a sailing boat. */
export const sea: DrawScene = (stage) => {
  const { random, palette, width, height, unit } = stage;
  const horizon = height * random.between(0.5, 0.58);
  const sunX = width * random.between(0.3, 0.7);
  const radius = unit * random.between(0.13, 0.18);
  const disc = sun(stage, [sunX, horizon - radius * random.between(0.05, 0.5)], radius);
  const water =
    `<linearGradient id="water" x2="0" y2="1"><stop stop-color="${mix(palette.sky[2], palette.far, 0.55)}"/>` +
    `<stop offset="1" stop-color="${mix(palette.far, palette.near, 0.75)}"/></linearGradient>` +
    `<rect y="${px(horizon)}" width="${width}" height="${px(height - horizon)}" fill="url(#water)"/>`;
  const boatX = width * (sunX > width / 2 ? random.between(0.2, 0.4) : random.between(0.6, 0.8));
  const bands = Array.from({ length: 6 }, (_, index) => {
    const depth = index / 5;
    const top = horizon + (height - horizon) * (0.24 + 0.62 * depth);
    const crest = unit * (0.008 + 0.02 * depth);
    const band = ground(
      stage,
      scallops(stage, top, crest, unit * (0.09 + 0.12 * depth)),
      mix(palette.far, palette.near, 0.25 + 0.7 * depth),
    );
    return (index === 1 ? boat(stage, [boatX, top + crest * 0.4], unit * 0.17) : '') + band;
  });
  return {
    backdrop: sky(stage) + disc + clouds(stage, random.integer(2, 4)),
    figures:
      water + glitter(stage, sunX, horizon, radius) + bands.join('') + birds(stage, random.integer(2, 5)),
  };
};

/** Rounded crests with sharp troughs, as children draw waves. */
function scallops(stage: Stage, top: number, crest: number, length: number): Point[] {
  const shift = stage.random.between(0, length);
  const steps = 160;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const x = (stage.width * step) / steps;
    return [x, top - Math.abs(Math.sin(((x + shift) / length) * Math.PI)) * crest] as const;
  });
}

/** The light of the sun on the water: bars that grow shorter and rarer towards the reader. */
function glitter(stage: Stage, x: number, horizon: number, radius: number): string {
  const { random, palette, height, unit } = stage;
  const bars = Array.from({ length: 16 }, (_, index) => {
    const y = horizon + ((height - horizon) * 0.5 * (index + 0.6)) / 16;
    const length = radius * 2 * (1 - index / 22) * random.between(0.45, 1);
    const left = x - length / 2 + random.between(-0.3, 0.3) * radius;
    return `<rect x="${px(left)}" y="${px(y)}" width="${px(length)}" height="${px(unit * 0.006)}" rx="${px(unit * 0.003)}"/>`;
  });
  return `<g fill="${palette.light}" fill-opacity=".75">${bars.join('')}</g>`;
}

function boat(stage: Stage, [x, y]: Point, size: number): string {
  const { palette } = stage;
  const at = (dx: number, dy: number): string => `${px(x + dx * size)} ${px(y + dy * size)}`;
  return (
    `<path d="M${at(0.04, -1)}L${at(0.04, -0.18)}L${at(0.5, -0.18)}Z" fill="${palette.light}"/>` +
    `<path d="M${at(-0.03, -0.86)}L${at(-0.03, -0.18)}L${at(-0.34, -0.18)}Z" fill="${palette.accent}"/>` +
    `<path d="M${at(-0.46, -0.13)}L${at(0.56, -0.13)}Q${at(0.48, 0.08)} ${at(0.28, 0.1)}L${at(-0.28, 0.1)}Q${at(-0.44, 0.02)} ${at(-0.46, -0.13)}Z" fill="${palette.near}"/>` +
    `<path d="M${at(0, -1.04)}V${px(y - 0.1 * size)}" stroke="${palette.near}" stroke-width="${px(size * 0.025)}"/>`
  );
}
