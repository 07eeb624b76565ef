import { createDatabaseOpener } from '@/utils/storage/database';

/** Copies a bug report about a part of a page that could not be shown; its code is loaded when it is needed. */
export async function copyBugReport(fault: unknown): Promise<void> {
  const { writeBugReport } = await import('./bug-report');
  await navigator.clipboard.writeText(await writeBugReport(createDatabaseOpener(), fault));
}
