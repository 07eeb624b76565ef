import { createContext } from 'react';

/** Copies a bug report about a fault of our own code. */
export type CopyBugReport = (fault: unknown) => Promise<unknown>;

/** How a part of a page that could not be shown is reported; absent in tests. */
export const BugReportContext = createContext<CopyBugReport | undefined>(undefined);
