import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import { diagnose, keepsEverything, type DiagnosisPorts } from '@/utils/core/report/diagnosis';
import { createProvider } from '@/utils/core/server/provider';
import { knowNothing } from '@/utils/core/server/server-knowledge';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import { makeDiagnosis, makeRowCounts } from '../../fixtures/diagnosis';

/** A browser with two servers, of which one is known. */
function makePorts(changes: Partial<DiagnosisPorts> = {}): DiagnosisPorts {
  const providers = [createProvider('one'), createProvider('two')];
  return {
    version: '1.2.3',
    language: 'en',
    readBrowser: () => Promise.resolve({ browser: 'Firefox 140', system: 'linux x86-64' }),
    readSpace: () => Promise.resolve({ persistent: false }),
    readAlarms: () => Promise.resolve([{ at: 9000 }]),
    readGrants: () => Promise.resolve({ permissions: ['storage'], hosts: [] }),
    readSettings: () => Promise.resolve({ ...DEFAULT_SETTINGS, providers, providerId: 'two' }),
    countRows: () => Promise.resolve(makeRowCounts({ done: 2 }, 3)),
    readKnowledge: () => Promise.resolve([{ ...knowNothing('one'), trailingSlash: true }]),
    ...changes,
  };
}

describe('how an installation stands', () => {
  it('is put together of what the browser, the settings and the database tell', async () => {
    expect(await diagnose(makePorts())).toEqual({
      version: '1.2.3',
      language: 'en',
      browser: 'Firefox 140',
      system: 'linux x86-64',
      permissions: ['storage'],
      hosts: [],
      space: { persistent: false },
      alarms: [{ at: 9000 }],
      servers: [
        {
          provider: createProvider('one'),
          known: { ...knowNothing('one'), trailingSlash: true },
          isChosen: false,
        },
        { provider: createProvider('two'), known: knowNothing('two'), isChosen: true },
      ],
      rows: makeRowCounts({ done: 2 }, 3),
    });
  });

  it('is told without the rows when the database does not open', async () => {
    const countRows = () => Promise.reject(new FailureError({ kind: 'storageUnavailable', detail: 'x' }));
    const diagnosis = await diagnose(makePorts({ countRows }));
    expect(diagnosis.failure).toEqual({ kind: 'storageUnavailable', detail: 'x' });
    expect(diagnosis.rows).toBeUndefined();
    expect(diagnosis.servers).toHaveLength(2);
  });
});

it.each([
  [true, [], true],
  [false, ['unlimitedStorage'], true],
  [false, ['storage'], false],
])(
  'storage that is persistent: %s, with the permissions %j, keeps everything: %s',
  (persistent, permissions, kept) => {
    expect(keepsEverything(makeDiagnosis({ space: { persistent }, permissions }))).toBe(kept);
  },
);
