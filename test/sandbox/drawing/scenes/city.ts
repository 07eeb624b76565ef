import { mix } from '../palettes';
import { clouds, sky, sun } from '../sky';
import { px, type DrawScene, type Stage } from '../stage';

/** Rows of towers before a big sun, with light in some of the windows. */
export const city: DrawScene = (stage) => {
  const { random, palette, width, height, unit } = stage;
  const disc = sun(
    stage,
    [width * random.between(0.3, 0.7), height * random.between(0.36, 0.46)],
    unit * random.between(0.16, 0.22),
  );
  const rows = [0, 0.45, 1].map((depth) => {
    const fill = mix(palette.far, palette.near, 0.1 + depth * 0.85);
    return towers(stage, depth, fill);
  });
  return { backdrop: sky(stage) + disc + clouds(stage, random.integer(2, 4)), figures: rows.join('') };
};

function towers(stage: Stage, depth: number, fill: string): string {
  const { random, width, height, unit } = stage;
  let blocks = '';
  let windows = '';
  const stride = unit * (0.075 + 0.045 * depth);
  for (let left = -stride * random.between(0, 1); left < width;) {
    const span = stride * random.between(0.75, 1.35);
    const top = height * (0.38 + 0.2 * depth) + unit * random.between(0, 0.22);
    blocks += tower(stage, left, top, span);
    if (depth > 0) windows += litWindows(stage, left, top, span);
    left += span + stride * random.between(0, 0.14);
  }
  const glow = stage.palette.night ? stage.palette.accent : stage.palette.light;
  return `<path d="${blocks}" fill="${fill}"/><path d="${windows}" fill="${glow}" fill-opacity="${px(0.5 + depth * 0.3)}"/>`;
}

/** Path data: a block with one of four kinds of roof. */
function tower(stage: Stage, left: number, top: number, span: number): string {
  const { random, height, unit } = stage;
  const roof = random.pick(['flat', 'flat', 'step', 'slope', 'mast'] as const);
  const body = `M${px(left)} ${px(top)}h${px(span)}V${height}h${px(-span)}Z`;
  const rise = unit * 0.035;
  switch (roof) {
    case 'flat':
      return body;
    case 'step':
      return `${body}M${px(left + span * 0.2)} ${px(top - rise)}h${px(span * 0.6)}v${px(rise * 1.1)}h${px(-span * 0.6)}Z`;
    case 'slope':
      return `${body}M${px(left)} ${px(top + 1)}V${px(top - rise * 1.4)}L${px(left + span)} ${px(top + 1)}Z`;
    case 'mast':
      return `${body}M${px(left + span * 0.48)} ${px(top - rise * 2.4)}h${px(span * 0.05)}v${px(rise * 2.5)}h${px(-span * 0.05)}Z`;
  }
}

/** Path data: a grid in which about a third is lit. */
function litWindows(stage: Stage, left: number, top: number, span: number): string {
  const { random, height, unit } = stage;
  const cell = unit * 0.022;
  const columns = Math.floor((span - cell * 0.6) / cell);
  const margin = (span - columns * cell) / 2;
  let paths = '';
  for (let y = top + cell * 0.9; y < height; y += cell * 1.35) {
    for (let column = 0; column < columns; column += 1) {
      if (!random.chance(0.34)) continue;
      paths += `M${px(left + margin + (column + 0.22) * cell)} ${px(y)}h${px(cell * 0.56)}v${px(cell * 0.72)}h${px(-cell * 0.56)}Z`;
    }
  }
  return paths;
}
