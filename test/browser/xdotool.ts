import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ScreenArea } from './x11/read-screen';

const execute = promisify(execFile);

/** Real mouse and keyboard events, and the list of windows, on one X display. */
export interface Xdotool {
  /** @param key as xdotool names it: `Up`, `Return`, `ctrl+c` */
  pressKey(key: string): Promise<void>;
  /** @param point in pixels of the display */
  movePointer(point: { x: number; y: number }): Promise<void>;
  clickRight(): Promise<void>;
  /** Ids of the windows that are shown. Menus are windows of their own; dialogs inside the browser are not. */
  visibleWindows(): Promise<ReadonlySet<string>>;
  /** Where a window stands on the display. */
  windowArea(id: string): Promise<ScreenArea>;
}

/** One number of the `NAME=value` lines that `getwindowgeometry --shell` prints. */
function readNumber(lines: string, name: string): number {
  const value = new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(lines)?.[1];
  if (value === undefined) throw new Error(`xdotool told no ${name} of the window`);
  return Number(value);
}

/** @param display such as `:99` */
export function createXdotool(display: string): Xdotool {
  const run = async (...args: string[]) => {
    const { stdout } = await execute('xdotool', args, { env: { ...process.env, DISPLAY: display } });
    return stdout;
  };
  return {
    pressKey: async (key) => void (await run('key', key)),
    movePointer: async ({ x, y }) =>
      void (await run('mousemove', String(Math.round(x)), String(Math.round(y)))),
    clickRight: async () => void (await run('click', '3')),
    windowArea: async (id) => {
      const lines = await run('getwindowgeometry', '--shell', id);
      const read = (name: string) => readNumber(lines, name);
      return { x: read('X'), y: read('Y'), width: read('WIDTH'), height: read('HEIGHT') };
    },
    visibleWindows: async () => {
      const list = await run('search', '--onlyvisible', '--name', '.*').catch(() => '');
      return new Set(list.split('\n').filter(Boolean));
    },
  };
}
