import { failureOf, type Failure } from '../failure/failure';
import type { JobState } from '../job/job';
import type { Provider } from '../server/provider';
import { knowNothing, type ServerKnowledge } from '../server/server-knowledge';
import type { Settings } from '../server/settings';

/** What the browser says of itself. */
export interface BrowserFacts {
  /** With its version. */
  readonly browser: string;
  /** The operating system and the kind of processor. */
  readonly system: string;
}

/** How much room there is, in bytes; a browser may keep to itself what it knows. */
export interface StorageSpace {
  readonly used?: number;
  readonly quota?: number;
  /** Whether the browser counts the storage as persistent. */
  readonly persistent: boolean;
}

/** An alarm that will wake the background. Milliseconds since the epoch. */
export interface SetAlarm {
  readonly at: number;
  readonly everySeconds?: number;
}

/** What the extension may do. */
export interface Grants {
  readonly permissions: readonly string[];
  /** Match patterns of the hosts it may talk to. */
  readonly hosts: readonly string[];
}

/** How many rows there are. */
export interface RowCounts {
  readonly jobs: Readonly<Record<JobState, number>>;
  /** Without those that are deleted. */
  readonly pictures: number;
}

/** A server and what was found out about it. */
export interface ServerDiagnosis {
  readonly provider: Provider;
  readonly known: ServerKnowledge;
  /** Whether it was chosen last. */
  readonly isChosen: boolean;
}

/** How this installation stands. */
export interface Diagnosis extends BrowserFacts, Grants {
  readonly version: string;
  /** BCP 47 tag of the words that are shown. */
  readonly language: string;
  readonly space: StorageSpace;
  readonly alarms: readonly SetAlarm[];
  readonly servers: readonly ServerDiagnosis[];
  /** Absent when the database does not open. */
  readonly rows?: RowCounts;
  /** Why the database does not open. */
  readonly failure?: Failure;
}

/**
 * Whether the browser throws no picture away when the disk fills up: it says so of ordinary pages by `persistent`, and
 * spares extensions with this permission without saying so.
 */
export function keepsEverything({ space, permissions }: Diagnosis): boolean {
  return space.persistent || permissions.includes('unlimitedStorage');
}

/** Where the facts come from. */
export interface DiagnosisPorts {
  readonly version: string;
  readonly language: string;
  readonly readBrowser: () => Promise<BrowserFacts>;
  readonly readSpace: () => Promise<StorageSpace>;
  readonly readAlarms: () => Promise<readonly SetAlarm[]>;
  readonly readGrants: () => Promise<Grants>;
  readonly readSettings: () => Promise<Settings>;
  /** Both read the database, and fail when it does not open. */
  readonly countRows: () => Promise<RowCounts>;
  readonly readKnowledge: () => Promise<readonly ServerKnowledge[]>;
}

interface DatabaseFacts {
  readonly knowledge: readonly ServerKnowledge[];
  readonly told: Pick<Diagnosis, 'rows' | 'failure'>;
}

/** A database that does not open is a thing to tell, and no reason to tell nothing. */
async function readDatabase({ countRows, readKnowledge }: DiagnosisPorts): Promise<DatabaseFacts> {
  try {
    const [rows, knowledge] = await Promise.all([countRows(), readKnowledge()]);
    return { knowledge, told: { rows } };
  } catch (thrown) {
    return { knowledge: [], told: { failure: failureOf(thrown) } };
  }
}

/** Puts together how this installation stands. */
export async function diagnose(ports: DiagnosisPorts): Promise<Diagnosis> {
  const [browser, grants, space, alarms, settings, { knowledge, told }] = await Promise.all([
    ports.readBrowser(),
    ports.readGrants(),
    ports.readSpace(),
    ports.readAlarms(),
    ports.readSettings(),
    readDatabase(ports),
  ]);
  const servers = settings.providers.map((provider) => ({
    provider,
    known: knowledge.find(({ providerId }) => providerId === provider.id) ?? knowNothing(provider.id),
    isChosen: provider.id === settings.providerId,
  }));
  const { version, language } = ports;
  return { version, language, ...browser, ...grants, space, alarms, servers, ...told };
}
