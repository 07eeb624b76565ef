import { mix } from './palettes';
import { px, type Point, type Stage } from './stage';

/** The whole sky: a gradient, and stars when it is night. Defines the gradient `sky`. */
export function sky(stage: Stage): string {
  const { palette, width, height } = stage;
  const [top, middle, horizon] = palette.sky;
  return (
    `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/>` +
    `<stop offset=".42" stop-color="${middle}"/><stop offset=".78" stop-color="${horizon}"/></linearGradient>` +
    `<rect width="${width}" height="${height}" fill="url(#sky)"/>` +
    (palette.night ? stars(stage, 110) : '')
  );
}

/** Scattered over the upper two thirds, mostly small. `fill-opacity`, because `opacity` costs a canvas for every star. */
export function stars(stage: Stage, count: number): string {
  const { random, unit, width, height, palette } = stage;
  const dots = Array.from({ length: count }, () => {
    const radius =
      unit * (random.chance(0.1) ? random.between(0.002, 0.0034) : random.between(0.0007, 0.0017));
    const x = px(random.between(0, width));
    const y = px(random.between(0, height * 0.66));
    return `<circle cx="${x}" cy="${y}" r="${radius.toFixed(2)}" fill-opacity="${random.between(0.35, 1).toFixed(2)}"/>`;
  });
  return `<g fill="${palette.light}">${dots.join('')}</g>`;
}

/** Sun by day, moon by night, with a glow and rings around it. */
export function sun(stage: Stage, [x, y]: Point, radius: number): string {
  const { palette } = stage;
  const centre = `cx="${px(x)}" cy="${px(y)}"`;
  const rings = [2.5, 1.9, 1.4].map(
    (factor) => `<circle ${centre} r="${px(radius * factor)}" fill="${palette.light}" fill-opacity=".1"/>`,
  );
  const disc = `<circle ${centre} r="${px(radius)}" fill="${palette.light}"/>`;
  return rings.join('') + disc + (palette.night ? craters(stage, [x, y], radius) : '');
}

/** Flat-bottomed clouds made of overlapping discs, thin enough for the sky to shine through. */
export function clouds(stage: Stage, count: number): string {
  const { random, unit, width, height, palette } = stage;
  const one = (): string => {
    const x = random.between(-0.1, 1) * width;
    const y = random.between(0.08, 0.4) * height;
    const scale = unit * random.between(0.025, 0.06);
    const puffs = Array.from({ length: 5 }, (_, index) => {
      const radius = scale * (index === 2 ? 1.25 : random.between(0.55, 1));
      return `<circle cx="${px(x + index * scale * 1.15)}" cy="${px(y - radius * 0.5)}" r="${px(radius)}"/>`;
    });
    const base = `<rect x="${px(x - scale)}" y="${px(y - scale * 0.45)}" width="${px(scale * 6.6)}" height="${px(scale * 0.7)}" rx="${px(scale * 0.35)}"/>`;
    return `<g opacity="${random.between(0.35, 0.7).toFixed(2)}">${puffs.join('')}${base}</g>`;
  };
  return `<g fill="${mix(palette.light, palette.sky[2], 0.25)}">${Array.from({ length: count }, one).join('')}</g>`;
}

/** A few birds far away, each two strokes of a pen. */
export function birds(stage: Stage, count: number): string {
  const { random, unit, width, height, palette } = stage;
  const [x, y] = [random.between(0.2, 0.7) * width, random.between(0.16, 0.32) * height];
  const one = (): string => {
    const wing = unit * random.between(0.011, 0.02);
    const from = `M${px(x + random.between(-0.14, 0.14) * unit)} ${px(y + random.between(-0.07, 0.07) * unit)}`;
    const stroke = `q${px(wing * 0.6)} ${px(-wing * 0.8)} ${px(wing)} 0q${px(wing * 0.4)} ${px(-wing * 0.8)} ${px(wing)} 0`;
    return from + stroke;
  };
  const paths = Array.from({ length: count }, one).join('');
  return `<path d="${paths}" fill="none" stroke="${palette.near}" stroke-width="${px(unit * 0.0032)}" stroke-linecap="round"/>`;
}

function craters(stage: Stage, [x, y]: Point, radius: number): string {
  const marks: readonly (readonly [number, number, number])[] = [
    [-0.35, -0.25, 0.22],
    [0.3, 0.1, 0.3],
    [-0.2, 0.45, 0.16],
    [0.25, -0.5, 0.12],
  ];
  const discs = marks.map(
    ([dx, dy, size]) =>
      `<circle cx="${px(x + dx * radius)}" cy="${px(y + dy * radius)}" r="${px(size * radius)}"/>`,
  );
  return `<g fill="${stage.palette.sky[1]}" fill-opacity=".2">${discs.join('')}</g>`;
}
