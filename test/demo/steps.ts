import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Takes a picture of what a person would see now. */
export type Camera = (file: string) => Promise<void>;

/** Tells each step of the demo in one line, and keeps a picture of it. */
export interface Steps {
  /** Does one step. When it fails, tells which, takes a picture of the moment, and throws {@link StepFailed}. */
  run<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** From now on there is something to photograph: after each step, or only when one fails. */
  photograph(camera: Camera, when: 'each step' | 'failures'): void;
  readonly pictures: readonly string[];
}

/** A step failed, and its line has been printed. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

const fileName = (number: number, name: string) => {
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `${String(number).padStart(2, '0')}-${words.replaceAll(/^-|-$/g, '').slice(0, 50)}.png`;
};

/**
 * @param folder where pictures go; emptied first
 * @param isEnding whether the demo is being taken down, which makes any step fail and is no failure
 */
export function createSteps(folder: string, isEnding: () => boolean): Steps {
  const pictures: string[] = [];
  let camera: Camera | undefined;
  let everyStep = false;
  rmSync(folder, { recursive: true, force: true });

  const takePicture = async (name: string) => {
    if (!camera) return;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, fileName(pictures.length + 1, name));
    await camera(file);
    pictures.push(file);
  };

  return {
    pictures,
    photograph(newCamera, when) {
      camera = newCamera;
      everyStep = when === 'each step';
    },
    async run(name, act) {
      try {
        const result = await act();
        console.log(`✓ ${name}`);
        if (everyStep) await takePicture(name);
        return result;
      } catch (error) {
        if (isEnding()) throw new StepFailed(name, { cause: error });
        console.error(`✗ ${name}: ${firstLine(error)}`);
        await takePicture(`failed ${name}`).catch(() => undefined);
        const picture = pictures.at(-1);
        if (picture?.includes('-failed-')) console.error(`  ${picture}`);
        throw new StepFailed(name, { cause: error });
      }
    },
  };
}
