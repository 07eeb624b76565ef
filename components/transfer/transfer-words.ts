import { ArchiveError } from '@/utils/core/archive/archive-defect';
import type { TransferProgress, TransferSize } from '@/utils/core/archive/archive-ports';
import type { ImportOutcome, UndoneCounts } from '@/utils/core/archive/import-batch';
import { failureOf } from '@/utils/core/failure/failure';
import { t, tCount } from '@/utils/i18n/translate';
import { failureWords } from '../words/failure-words';
import { formatBytes } from '../words/format';
import type { ExportResult, FoundCounts, PicturesResult } from './transfer-port';

const language = (): string => document.documentElement.lang;

/** Pictures and their bytes, such as `312 pictures, 480 MB`. */
export function sizeWords({ pictures, bytes }: TransferSize): string {
  return t('transfer.holds', {
    pictures: tCount('history.count', pictures),
    size: formatBytes(bytes, language()),
  });
}

/** How far a transfer is. */
export function progressWords({ done, total }: TransferProgress): string {
  const number = new Intl.NumberFormat(language());
  return t('transfer.progressBytes', {
    done: number.format(done.pictures),
    total: number.format(total.pictures),
    bytes: formatBytes(done.bytes, language()),
    totalBytes: formatBytes(total.bytes, language()),
  });
}

/** What is wrong, in words; for an archive with the file in it that is concerned. */
export function faultWords(thrown: unknown): readonly string[] {
  if (!(thrown instanceof ArchiveError)) return [failureWords(failureOf(thrown))];
  const words = t(`defect.${thrown.defect}`);
  return thrown.entry === '' ? [words] : [words, t('defect.about', { entry: thrown.entry })];
}

/** Why an archive could not be written. */
export function exportFaultWords(thrown: unknown): readonly string[] {
  const isFull = thrown instanceof Error && thrown.name === 'QuotaExceededError';
  return [isFull ? t('transfer.noRoom') : failureWords(failureOf(thrown)), t('transfer.exportFailed')];
}

/** What was exported, and what could not be. */
export function exportWords({ pictures, name, unreadable, leftOut }: ExportResult): readonly string[] {
  return [
    t('transfer.exported', { pictures: tCount('history.count', pictures), name }),
    ...(unreadable > 0 ? [tCount('transfer.unreadable', unreadable)] : []),
    ...(leftOut.rows > 0 ? [tCount('transfer.rowsLeftOut', leftOut.rows)] : []),
    ...(leftOut.values > 0 ? [tCount('transfer.valuesLeftOut', leftOut.values)] : []),
  ];
}

/** What an archive would bring. */
export function countWords(counts: FoundCounts): readonly string[] {
  const { pictures, bytes, fresh, here, inTrash, jobsAlone, leftOut } = counts;
  const size = formatBytes(bytes, language());
  return [
    t('transfer.found', { pictures: tCount('history.count', pictures), size }),
    ...(here > 0 ? [tCount('transfer.fresh', fresh), tCount('transfer.here', here)] : []),
    ...(inTrash > 0 ? [tCount('transfer.inTrash', inTrash)] : []),
    ...(jobsAlone > 0 ? [tCount('transfer.jobsAlone', jobsAlone)] : []),
    ...(leftOut > 0 ? [tCount('transfer.damagedValues', leftOut)] : []),
  ];
}

/** What came of an import, as it was counted in the history. */
export function importWords(outcome: ImportOutcome): readonly string[] {
  const { added, skipped, replaced, jobsAlone, before, after, stopped } = outcome;
  const parts = [
    tCount('transfer.added', added),
    ...(skipped > 0 ? [t('transfer.skipped', { count: skipped })] : []),
    ...(replaced > 0 ? [t('transfer.replaced', { count: replaced })] : []),
    ...(jobsAlone > 0 ? [t('transfer.withJobs', { count: jobsAlone })] : []),
  ];
  const list = new Intl.ListFormat(language(), { type: 'unit', style: 'long' });
  return [
    list.format(parts),
    t('transfer.nowHere', { before, after }),
    ...(stopped ? stopWords(stopped.thrown) : []),
  ];
}

/** Whether a transfer ended because a person wanted it. */
export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

function stopWords(thrown: unknown): readonly string[] {
  return isCancelled(thrown) ? [t('transfer.stopped')] : [t('transfer.broken'), ...faultWords(thrown)];
}

/** What became of an import that was taken back. */
export function undoWords({ removed, putBack, changed }: UndoneCounts): readonly string[] {
  const words = [
    ...(removed > 0 ? [tCount('transfer.undone', removed)] : []),
    ...(putBack > 0 ? [tCount('transfer.putBack', putBack)] : []),
    ...(changed > 0 ? [tCount('transfer.changedSince', changed)] : []),
  ];
  return words.length > 0 ? words : [t('transfer.takenBack')];
}

/** What came of picture files. */
export function picturesWords({ rows, known, restored, refused }: PicturesResult): readonly string[] {
  return [
    ...(rows.pictures.length > 0 ? [tCount('transfer.added', rows.pictures.length)] : []),
    ...(known.length > 0 ? [tCount('transfer.known', known.length)] : []),
    ...(restored > 0 ? [tCount('transfer.restored', restored)] : []),
    ...(refused.length > 0 ? [t('transfer.noPicture', { names: refused.join(', ') })] : []),
  ];
}
