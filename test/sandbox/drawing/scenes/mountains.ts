import { mix } from '../palettes';
import { birds, clouds, sky, sun } from '../sky';
import { ground, px, rollingEdge, type DrawScene, type Point, type Stage } from '../stage';
import { pineRow } from '../trees';

/** Snowy peaks with a lit and a shaded face, then hills in the mist, then pines. */
export const mountains: DrawScene = (stage) => {
  const { random, palette, width, height, unit } = stage;
  const disc = sun(
    stage,
    [width * random.between(0.22, 0.78), height * random.between(0.2, 0.32)],
    unit * random.between(0.08, 0.12),
  );
  const foot = height * 0.68;
  const range = [0, 1].map((row) => peaks(stage, foot, row) + mist(stage, foot - unit * 0.22, row));
  const hills = [0.35, 0.65].map((depth) =>
    ground(
      stage,
      rollingEdge(stage, height * (0.46 + 0.27 * depth), unit * 0.035, random.between(0.8, 1.6)),
      mix(palette.far, palette.near, 0.15 + depth * 0.8),
    ),
  );
  const shore = rollingEdge(stage, height * 0.77, unit * 0.02, 1.1);
  const front =
    pineRow(stage, shore, unit * 0.042, unit * 0.13, palette.near) + ground(stage, shore, palette.near);
  return {
    backdrop: sky(stage) + disc + clouds(stage, random.integer(1, 3)),
    figures: range.join('') + hills.join('') + front + birds(stage, random.integer(3, 5)),
  };
};

/** One row of peaks; row 0 is the high one behind. */
function peaks(stage: Stage, foot: number, row: number): string {
  const { random, width, height, unit, palette } = stage;
  const half = unit * (row === 0 ? 0.34 : 0.24);
  const color = mix(palette.far, palette.near, row * 0.22);
  const rise = (foot - height * 0.24) * (row === 0 ? 1 : 0.66);
  const shapes: string[] = [];
  for (
    let x = half * random.between(-0.2, 0.5);
    x < width + half * 0.6;
    x += half * random.between(0.95, 1.5)
  ) {
    const share = random.between(0.68, 1);
    shapes.push(peak(stage, [x, foot - rise * share], foot, half * share, color));
  }
  return shapes.join('');
}

/** A triangle with a jagged ridge running down from its top, and snow on it. */
function peak(stage: Stage, [x, top]: Point, foot: number, half: number, color: string): string {
  const { random, palette } = stage;
  const tall = foot - top;
  const steps = 7;
  const ridge = Array.from({ length: steps + 1 }, (_, step): Point => {
    const sway = step === 0 ? 0 : (step % 2 === 0 ? -1 : 1) * random.between(0.02, 0.13);
    return [x + half * (sway + 0.1 * (step / steps)), top + (tall * step) / steps];
  });
  const shadow = mix(color, palette.near, 0.32);
  const triangle: Point[] = [
    [x - half, foot],
    [x, top],
    [x + half, foot],
  ];
  const snowLine = random.between(0.24, 0.34);
  const zigzag = [-1, -0.55, -0.2, 0.15, 0.5, 1].map((side, index): Point => {
    const drop = snowLine * (index % 2 === 0 ? 0.82 : 1.2);
    const onSlope = index === 0 || index === 5 ? snowLine : drop;
    return [x + half * side * snowLine * (index === 0 || index === 5 ? 1 : 0.9), top + tall * onSlope];
  });
  const snowShade = zigzag.filter(([px0]) => px0 >= x);
  return (
    polygon(triangle, color) +
    polygon([...ridge, [x + half, foot]], shadow) +
    polygon([[x, top], ...zigzag], palette.light) +
    polygon(
      [[x, top], [x + half * 0.03, top + tall * snowLine * 0.75], ...snowShade],
      mix(palette.light, shadow, 0.3),
    )
  );
}

function polygon(points: readonly Point[], fill: string): string {
  return `<polygon points="${points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ')}" fill="${fill}"/>`;
}

function mist(stage: Stage, y: number, row: number): string {
  const { palette, width, unit, random } = stage;
  return (
    `<linearGradient id="mist${row}" x2="0" y2="1"><stop stop-color="${palette.sky[2]}" stop-opacity="0"/>` +
    `<stop offset="1" stop-color="${palette.sky[2]}" stop-opacity="${random.between(0.4, 0.65).toFixed(2)}"/></linearGradient>` +
    `<rect y="${px(y)}" width="${width}" height="${px(unit * 0.24)}" fill="url(#mist${row})"/>`
  );
}
