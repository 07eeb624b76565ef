import { createNativeInput, type NativeInput } from '../browser/native-input';
import { findExecutable } from '../browser/find-executable';
import { ensureSystemPackages } from '../browser/system-packages';
import { startVirtualDisplay } from '../browser/virtual-display';
import type { Cleanup } from './cleanup';

/** Where the demo plays: before a person, or on a display that nobody sees. */
export interface Surroundings {
  readonly hasAudience: boolean;
  /** The X display, where there is one that can be photographed. */
  readonly display: string | undefined;
  /** Real mouse and keys, where they can be sent; elsewhere the person is asked. */
  readonly hands: NativeInput | undefined;
}

/**
 * Finds a display, or starts one that nobody sees, and makes sure that a browser is installed.
 *
 * @throws with one line that says what to install
 */
export async function findSurroundings(cleanup: Cleanup): Promise<Surroundings> {
  const { DISPLAY: display, WAYLAND_DISPLAY: wayland } = process.env;
  if (process.platform !== 'linux' || wayland) {
    ensureSystemPackages(['chromium']);
    return { hasAudience: true, display: undefined, hands: undefined };
  }
  if (display) {
    ensureSystemPackages(['chromium']);
    const hands = findExecutable('xdotool') ? createNativeInput(display) : undefined;
    return { hasAudience: true, display, hands };
  }
  ensureSystemPackages(['chromium', 'xvfb', 'xdotool']);
  const virtual = await cleanup.keep(startVirtualDisplay(), (started) => started.stop());
  return { hasAudience: false, display: virtual.display, hands: createNativeInput(virtual.display) };
}
