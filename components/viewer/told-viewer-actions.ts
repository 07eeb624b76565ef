import type { PictureEntry } from '@/utils/core/history/history';
import { t } from '@/utils/i18n/translate';
import type { ToastControl } from '../widgets/use-toast';
import type { PictureActions } from './viewer-at-place';

/** Actions of which nothing is seen on the page itself, so that words must tell of them. */
type Told = Pick<PictureActions, 'reuse'> & {
  readonly copyPrompt: (entry: PictureEntry) => void;
  readonly copyPicture: (entry: PictureEntry) => void;
  readonly drawAgain: (entry: PictureEntry) => void;
};

/** The same actions, each followed by a passing message that says what became of it. */
export function toldViewerActions(
  on: Pick<PictureActions, 'reuse' | 'copyPrompt' | 'copyPicture' | 'drawAgain'>,
  { say, sayFailure }: ToastControl,
): Told {
  const sayCopied = (copied: Promise<unknown>, words: string): void => {
    copied.then(
      () => say(words),
      () => say(t('diagnostics.notCopied')),
    );
  };
  return {
    reuse(entry) {
      on.reuse(entry);
      say(t('history.reused'));
    },
    drawAgain(entry) {
      on.drawAgain(entry).then(
        (job) => say(t(job?.waitingFor === 'repeat' ? 'state.repeatText' : 'viewer.drawingAgain')),
        sayFailure,
      );
    },
    copyPrompt: (entry) => sayCopied(on.copyPrompt(entry), t('viewer.promptCopied')),
    copyPicture: (entry) => sayCopied(on.copyPicture(entry), t('viewer.pictureCopied')),
  };
}
