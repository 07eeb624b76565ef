import type { DiagnosticsPageProps } from '@/components/diagnostics/diagnostics-page';
import { createJobLogLive } from '@/components/diagnostics/job-log-live';
import { createLive } from '@/components/hooks/live';
import { reportFault } from '@/utils/browser/log';
import { openGallery, openOptions } from '@/utils/browser/pages';
import { diagnose } from '@/utils/core/report/diagnosis';
import { jobReport } from '@/utils/core/report/job-report';
import { listenForChanges } from '@/utils/messaging/change-feed';
import type { OpenDatabase } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { readJobsIn } from '@/utils/storage/jobs-by-state';
import { watchSettings } from '@/utils/storage/settings-store';
import { createDiagnosisPorts, writeBugReport } from '../shared/bug-report';

/** Whatever the background wrote: rows, what is known of servers, or settings. */
function watchEverything(onChange: () => void): () => void {
  const stops = [listenForChanges(onChange), watchSettings(onChange)];
  return () => stops.forEach((stop) => stop());
}

/** Joins the page under the hood with the database and the browser. */
export function composeDiagnostics(open: OpenDatabase): DiagnosticsPageProps {
  const { recentJobs } = createHistoryReader(open);
  const ports = createDiagnosisPorts(open);
  return {
    diagnosis: createLive(() => diagnose(ports), watchEverything),
    jobs: createJobLogLive(
      (state, limit) => (state ? readJobsIn(open, state, limit) : recentJobs(limit)),
      listenForChanges,
    ),
    copyReport: async () => navigator.clipboard.writeText(await writeBugReport(open)),
    copyJob: (job) => navigator.clipboard.writeText(jobReport(job, ports.version)),
    openJob: ({ id }) => void openGallery({ job: id }).catch(reportFault),
    openGallery: () => void openGallery(undefined).catch(reportFault),
    openOptions: () => void openOptions().catch(reportFault),
  };
}
