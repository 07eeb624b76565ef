import type { DiagnosticsPageProps } from '@/components/diagnostics/diagnostics-page';
import { createJobLogLive } from '@/components/diagnostics/job-log-live';
import { createLive } from '@/components/hooks/live';
import { readBrowser } from '@/utils/browser/browser-facts';
import { readGrants } from '@/utils/browser/grants';
import { extensionVersion } from '@/utils/browser/lifecycle';
import { reportFault } from '@/utils/browser/log';
import { openGallery, openOptions } from '@/utils/browser/pages';
import { readAlarms } from '@/utils/browser/set-alarms';
import { readSpace } from '@/utils/browser/storage-space';
import { bugReport, REPORTED_JOBS } from '@/utils/core/report/bug-report';
import { diagnose, type DiagnosisPorts } from '@/utils/core/report/diagnosis';
import { jobReport } from '@/utils/core/report/job-report';
import { listenForChanges } from '@/utils/messaging/change-feed';
import type { OpenDatabase } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { readJobsIn } from '@/utils/storage/jobs-by-state';
import { readAllKnowledge } from '@/utils/storage/knowledge-reader';
import { countRows } from '@/utils/storage/row-counts';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';

/** Whatever the background wrote: rows, what is known of servers, or settings. */
function watchEverything(onChange: () => void): () => void {
  const stops = [listenForChanges(onChange), watchSettings(onChange)];
  return () => stops.forEach((stop) => stop());
}

/** Joins the page under the hood with the database and the browser. */
export function composeDiagnostics(open: OpenDatabase): DiagnosticsPageProps {
  const { recentJobs } = createHistoryReader(open);
  const ports: DiagnosisPorts = {
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
  return {
    diagnosis: createLive(() => diagnose(ports), watchEverything),
    jobs: createJobLogLive(
      (state, limit) => (state ? readJobsIn(open, state, limit) : recentJobs(limit)),
      listenForChanges,
    ),
    async copyReport() {
      // A report without jobs is better than none: the database may be what is broken.
      const newest = recentJobs(REPORTED_JOBS).catch(() => []);
      const [diagnosis, jobs] = await Promise.all([diagnose(ports), newest]);
      await navigator.clipboard.writeText(bugReport(diagnosis, jobs, Date.now()));
    },
    copyJob: (job) => navigator.clipboard.writeText(jobReport(job, ports.version)),
    openJob: ({ id }) => void openGallery({ job: id }).catch(reportFault),
    openGallery: () => void openGallery(undefined).catch(reportFault),
    openOptions: () => void openOptions().catch(reportFault),
  };
}
