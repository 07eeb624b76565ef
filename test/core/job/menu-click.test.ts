import { describe, expect, it } from 'vitest';
import type { Draft } from '@/utils/core/job/draft';
import type { JobOrder } from '@/utils/core/job/job';
import { handleMenuClick, type ClickedSelection } from '@/utils/core/job/menu-click';
import { DEFAULT_SETTINGS, type AfterMenuClick } from '@/utils/core/server/settings';
import type { ObservedSelection } from '@/utils/core/text/passage';

interface ClickOptions {
  readonly click?: Partial<ClickedSelection>;
  readonly observed?: ObservedSelection | null;
  readonly afterMenuClick?: AfterMenuClick;
  readonly ready?: boolean;
  /** What finding out whether the server may be called ends with. */
  readonly fault?: Error;
}

const PARAMETERS = { model: 'dall-e-3', quality: 'hd' };

const OBSERVED: ObservedSelection = {
  text: 'a fox\nin snow',
  before: 'Once there was ',
  after: ' and it was cold',
  headings: ['Tales'],
  language: 'en',
  position: 15,
};

/** What one click led to. */
async function clicked({
  click,
  observed = null,
  afterMenuClick = 'draw',
  ready = true,
  fault,
}: ClickOptions = {}) {
  const jobs: JobOrder[] = [];
  const drafts: Draft[] = [];
  const faults: unknown[] = [];
  let optionsOpened = 0;
  await handleMenuClick(
    {
      readSettings: () => Promise.resolve({ ...DEFAULT_SETTINGS, parameters: PARAMETERS, afterMenuClick }),
      addJob: (order) => Promise.resolve(jobs.push(order)),
      saveDraft: (draft) => Promise.resolve(void drafts.push(draft)),
      isReady: () => (fault ? Promise.reject(fault) : Promise.resolve(ready)),
      openOptions: () => Promise.resolve(void (optionsOpened += 1)),
      report: (thrown) => void faults.push(thrown),
    },
    { text: 'a fox in snow', pageTitle: 'Tales', pageUrl: 'https://example.org/tales#3', ...click },
    observed,
  );
  return { jobs, drafts, optionsOpened, faults };
}

const PASSAGE = { pageTitle: 'Tales', pageUrl: 'https://example.org/tales#3' };

describe('a click on words that the page hides from its readers', () => {
  it.each(['draw', 'edit'] as const)(
    'lets the person edit them first, with “%s” set',
    async (afterMenuClick) => {
      const observed = { ...OBSERVED, hasHiddenText: true };
      const { jobs, drafts } = await clicked({ observed, afterMenuClick });
      expect(jobs).toEqual([]);
      expect(drafts).toMatchObject([{ prompt: 'a fox\nin snow', hasHiddenText: true }]);
    },
  );
});

describe('a click on words with characters without a form', () => {
  it('lets the person edit them first, also where no script may look', async () => {
    const click = { text: 'a fox \u{E0061}\u{E0062}' };
    const { jobs, drafts } = await clicked({ observed: null, click });
    expect(jobs).toEqual([]);
    expect(drafts).toMatchObject([{ hasHiddenText: true }]);
  });
});

describe('a click on words with readings above them', () => {
  it('takes the words without the readings, which the menu has as well', async () => {
    const observed = { ...OBSERVED, text: '地震が', displayed: '地震じしんが' };
    const { jobs } = await clicked({ observed, click: { text: '地震じしんが' } });
    expect(jobs).toMatchObject([{ prompt: '地震が', passage: { quote: '地震が' } }]);
  });
});

describe('a click on more words than a job is made of', () => {
  it.each(['draw', 'edit'] as const)('keeps nothing, with “%s” set', async (afterMenuClick) => {
    const click = { text: 'x'.repeat(1_000_001) };
    await expect(clicked({ click, afterMenuClick })).rejects.toMatchObject({
      failure: { kind: 'textTooLong', limit: 1_000_000 },
    });
    const { jobs } = await clicked({ click: { text: 'x'.repeat(1_000_000) } });
    expect(jobs).toHaveLength(1);
  });
});

describe('a click on selected words', () => {
  it('makes a job of the words as the page has them, with where they come from', async () => {
    const { text: quote, ...surroundings } = OBSERVED;
    expect(await clicked({ observed: OBSERVED })).toEqual({
      jobs: [
        {
          prompt: 'a fox\nin snow',
          parameters: PARAMETERS,
          providerId: DEFAULT_SETTINGS.providerId,
          passage: { ...PASSAGE, ...surroundings, quote },
        },
      ],
      drafts: [],
      optionsOpened: 0,
      faults: [],
    });
  });

  it('makes a job of the words of the menu where no script may look', async () => {
    const passage = { ...PASSAGE, quote: 'a fox in snow', before: '', after: '', headings: [], language: '' };
    const { jobs } = await clicked();
    expect(jobs).toMatchObject([{ prompt: 'a fox in snow', parameters: PARAMETERS, passage }]);
  });

  it('cleans the prompt and quotes exactly', async () => {
    const { jobs } = await clicked({ click: { text: '  a\u00AD fox\r\n' } });
    expect(jobs).toMatchObject([{ prompt: 'a fox', passage: { quote: '  a\u00AD fox\r\n' } }]);
  });

  it('keeps no credentials of the page', async () => {
    const { jobs } = await clicked({ click: { pageUrl: 'https://me:secret@example.org/' } });
    expect(jobs).toMatchObject([{ passage: { pageUrl: 'https://example.org/' } }]);
  });

  it('loses none of 200,000 characters', async () => {
    const text = '狐'.repeat(200_000);
    const { jobs } = await clicked({ click: { text } });
    expect(jobs[0]?.prompt).toBe(text);
  });

  it.each(['', ' \n\t', '\u200B\uFEFF'])('makes nothing of %j', async (text) => {
    for (const afterMenuClick of ['draw', 'edit'] as const) {
      const led = await clicked({ click: { text }, afterMenuClick, ready: false });
      expect(led).toMatchObject({ jobs: [], drafts: [], optionsOpened: 0 });
    }
  });

  it('opens the settings when the server may not be called, and the words wait', async () => {
    const { jobs, optionsOpened } = await clicked({ ready: false });
    expect(jobs).toMatchObject([{ prompt: 'a fox in snow' }]);
    expect(optionsOpened).toBe(1);
  });

  it('has made the job even where it cannot be found out whether the server may be called', async () => {
    const fault = new Error('The settings cannot be read');
    const { jobs, faults } = await clicked({ fault });
    expect(jobs).toMatchObject([{ prompt: 'a fox in snow' }]);
    expect(faults).toEqual([fault]);
  });

  it('puts the words into the prompt box when the person wants to edit first', async () => {
    const { jobs, drafts } = await clicked({ afterMenuClick: 'edit', observed: OBSERVED });
    expect(jobs).toEqual([]);
    expect(drafts).toMatchObject([{ prompt: 'a fox\nin snow', passage: { quote: 'a fox\nin snow' } }]);
  });
});
