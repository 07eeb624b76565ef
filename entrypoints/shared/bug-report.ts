import { readBrowser } from '@/utils/browser/browser-facts';
import { readGrants } from '@/utils/browser/grants';
import { extensionVersion } from '@/utils/browser/lifecycle';
import { readAlarms } from '@/utils/browser/set-alarms';
import { readSpace } from '@/utils/browser/storage-space';
import { bugReport, REPORTED_JOBS } from '@/utils/core/report/bug-report';
import { diagnose, type DiagnosisPorts } from '@/utils/core/report/diagnosis';
import type { OpenDatabase } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { readAllKnowledge } from '@/utils/storage/knowledge-reader';
import { countRows } from '@/utils/storage/row-counts';
import { readSettings } from '@/utils/storage/settings-store';

/** What a diagnosis of this installation is read from. */
export function createDiagnosisPorts(open: OpenDatabase): DiagnosisPorts {
  return {
    version: extensionVersion(),
    language: document.documentElement.lang,
    readBrowser,
    readSpace,
    readAlarms,
    readGrants,
    readSettings,
    countRows: () => countRows(open),
    readKnowledge: () => readAllKnowledge(open),
  };
}

/**
 * A bug report in Markdown, without keys, prompts and pictures.
 * @param fault what a page could not show, if the report is about that
 */
export async function writeBugReport(open: OpenDatabase, fault?: unknown): Promise<string> {
  // A report without jobs is better than none: the database may be what is broken.
  const newest = createHistoryReader(open)
    .recentJobs(REPORTED_JOBS)
    .catch(() => []);
  const [diagnosis, jobs] = await Promise.all([diagnose(createDiagnosisPorts(open)), newest]);
  return bugReport(diagnosis, jobs, Date.now(), fault);
}
