import type { Palette } from './palettes';
import type { Random } from './random';

/** What a scene draws on; lengths are pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  /** The shorter edge: what sizes are measured in, so that a scene looks alike in every format. */
  readonly unit: number;
  readonly palette: Palette;
  readonly random: Random;
}

/** A scene in two layers of SVG, so that the backdrop can be left out for a transparent background. */
interface Scene {
  readonly backdrop: string;
  readonly figures: string;
}

export type DrawScene = (stage: Stage) => Scene;

/** A point in pixels from the top left. */
export type Point = readonly [x: number, y: number];

/** Numbers for SVG attributes: a tenth of a pixel is fine enough and keeps the text short. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A filled shape whose upper edge runs through the points and which reaches down to the lower edge. */
export function ground(stage: Stage, edge: readonly Point[], fill: string): string {
  const line = edge.map(([x, y]) => `L${px(x)} ${px(y)}`).join('');
  return `<path d="M0 ${stage.height}${line}L${stage.width} ${stage.height}Z" fill="${fill}"/>`;
}

/**
 * A rolling edge from the left to the right side, made of three waves.
 *
 * @param base height of the middle line, in pixels from the top
 * @param swing how far it strays from that line, in pixels
 * @param waves how many crests the widest wave has
 */
export function rollingEdge(stage: Stage, base: number, swing: number, waves: number): Point[] {
  const { random } = stage;
  const phases = [random.between(0, 7), random.between(0, 7), random.between(0, 7)] as const;
  const steps = 90;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const turn = (step / steps) * Math.PI * 2 * waves;
    const sum =
      Math.sin(turn + phases[0]) * 0.6 +
      Math.sin(turn * 1.9 + phases[1]) * 0.28 +
      Math.sin(turn * 4.3 + phases[2]) * 0.12;
    return [(stage.width * step) / steps, base + sum * swing] as const;
  });
}
