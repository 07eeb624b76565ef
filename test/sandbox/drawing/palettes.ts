/** The colours of one picture, each `#rrggbb`. */
export interface Palette {
  /** Sky from the top to the horizon. */
  readonly sky: readonly [top: string, middle: string, horizon: string];
  /** Sun, moon, lit windows. */
  readonly light: string;
  /** What stands far away; near things are mixed towards `near`. */
  readonly far: string;
  readonly near: string;
  /** A spot of another hue, for what should catch the eye. */
  readonly accent: string;
  readonly night?: true;
}

const dawn: Palette = {
  sky: ['#2b2d5b', '#c9607a', '#ffc48c'],
  light: '#fff1c9',
  far: '#b9647f',
  near: '#231536',
  accent: '#ff5d5d',
};

/** Chosen by eye, so that no picture comes out muddy. */
export const palettes: readonly [Palette, ...Palette[]] = [
  dawn,
  {
    sky: ['#2f7fb8', '#8cc9e0', '#f4f1d8'],
    light: '#fffbe3',
    far: '#8fc1b5',
    near: '#14453d',
    accent: '#f25c54',
  },
  {
    sky: ['#1b1340', '#7b2d8b', '#ff9a76'],
    light: '#ffe3b0',
    far: '#a1568f',
    near: '#170f33',
    accent: '#ffd166',
  },
  {
    sky: ['#060b26', '#14306b', '#5c8fc4'],
    light: '#f4f6ff',
    far: '#3f6aa6',
    near: '#050a1f',
    accent: '#ffb703',
    night: true,
  },
  {
    sky: ['#e8935a', '#f6c28b', '#fdeccc'],
    light: '#fffaf0',
    far: '#e39a68',
    near: '#572418',
    accent: '#2a9d8f',
  },
  {
    sky: ['#0f4c5c', '#5fa8a0', '#f6eac2'],
    light: '#fff6d6',
    far: '#86baa2',
    near: '#0b2f35',
    accent: '#e36414',
  },
  {
    sky: ['#6d2e46', '#d8839b', '#fbe4d8'],
    light: '#fffdf8',
    far: '#cf7f98',
    near: '#3a1327',
    accent: '#3d5a80',
  },
  {
    sky: ['#041421', '#0d3b4f', '#2fb58c'],
    light: '#e8fff4',
    far: '#1f7a70',
    near: '#031017',
    accent: '#f9c74f',
    night: true,
  },
  {
    sky: ['#8a3f1e', '#e6953f', '#ffe3a3'],
    light: '#fff8dc',
    far: '#cf7a35',
    near: '#33150a',
    accent: '#386641',
  },
  {
    sky: ['#5b7fb5', '#b7cfe8', '#f3f7fb'],
    light: '#ffffff',
    far: '#9db9d8',
    near: '#22395c',
    accent: '#e56b6f',
  },
  {
    sky: ['#ff6f59', '#ffb35c', '#fff0b8'],
    light: '#fffbe6',
    far: '#e8836d',
    near: '#254441',
    accent: '#1f7a8c',
  },
  {
    sky: ['#22303c', '#4f6d7a', '#c0d6df'],
    light: '#f2fafa',
    far: '#6d8a96',
    near: '#16232b',
    accent: '#ee6c4d',
  },
];

/** The colour at `share` (0 to 1) of the way from one `#rrggbb` to another. */
export function mix(from: string, to: string, share: number): string {
  const channel = (start: number): string => {
    const a = Number.parseInt(from.slice(start, start + 2), 16);
    const b = Number.parseInt(to.slice(start, start + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
