import { mix } from '../palettes';
import { stars } from '../sky';
import { ground, px, rollingEdge, type DrawScene, type Point, type Stage } from '../stage';

/** A ringed planet and a small moon over dunes. Always night, whatever the palette. */
export const space: DrawScene = (stage) => {
  const { random, palette, width, height, unit } = stage;
  const deep = mix(palette.sky[0], '#05060f', 0.72);
  const backdrop =
    `<linearGradient id="deep" x2="0" y2="1"><stop stop-color="${deep}"/>` +
    `<stop offset=".5" stop-color="${mix(palette.sky[0], deep, 0.3)}"/><stop offset=".8" stop-color="${palette.sky[1]}"/></linearGradient>` +
    `<rect width="${width}" height="${height}" fill="url(#deep)"/>${stars(stage, 190)}`;
  const x = random.between(0.32, 0.68);
  const planet = ringed(
    stage,
    [width * x, height * random.between(0.3, 0.38)],
    unit * random.between(0.15, 0.2),
  );
  const moonX = width * (x > 0.5 ? random.between(0.1, 0.2) : random.between(0.8, 0.9));
  const moon = ball(stage, 'moon', [moonX, height * random.between(0.12, 0.2)], unit * 0.045, palette.light);
  const dunes = [0, 0.33, 0.66, 1].map((depth) =>
    ground(
      stage,
      rollingEdge(stage, height * (0.66 + 0.22 * depth), unit * 0.05, random.between(0.6, 1.3)),
      mix(palette.far, palette.near, 0.15 + depth * 0.8),
    ),
  );
  return { backdrop, figures: planet + moon + dunes.join('') };
};

/** The ring is drawn twice: whole behind the planet, and its front half over it. */
function ringed(stage: Stage, [x, y]: Point, radius: number): string {
  const { palette, random } = stage;
  const tilt = random.between(-26, 26).toFixed(1);
  const [wide, flat] = [radius * 1.85, radius * 0.46];
  const arc = (sweep: 0 | 1): string =>
    `M${px(x - wide)} ${px(y)}A${px(wide)} ${px(flat)} 0 0 ${sweep} ${px(x + wide)} ${px(y)}`;
  const stroke = (path: string): string =>
    `<g transform="rotate(${tilt} ${px(x)} ${px(y)})" fill="none">` +
    `<path d="${path}" stroke="${palette.light}" stroke-width="${px(radius * 0.17)}" stroke-opacity=".9"/>` +
    `<path d="${path}" stroke="${palette.accent}" stroke-width="${px(radius * 0.045)}"/></g>`;
  const body = ball(stage, 'planet', [x, y], radius, mix(palette.sky[2], palette.accent, 0.35));
  return stroke(arc(1)) + body + stroke(arc(0));
}

function ball(stage: Stage, id: string, [x, y]: Point, radius: number, color: string): string {
  return (
    `<radialGradient id="${id}" cx=".36" cy=".32" r=".8"><stop stop-color="${mix(color, '#ffffff', 0.35)}"/>` +
    `<stop offset=".45" stop-color="${color}"/><stop offset="1" stop-color="${mix(color, stage.palette.near, 0.85)}"/></radialGradient>` +
    `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" fill="url(#${id})"/>`
  );
}
