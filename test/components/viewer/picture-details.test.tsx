import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { PictureDetails } from '@/components/viewer/picture-details';
import { makeEntry, type EntryChanges } from '../../fixtures/entries';
import { CREATED_AT, makePassage } from '../../fixtures/jobs';

beforeEach(() => {
  document.documentElement.lang = 'en';
});

/** What stands beside this name, or `undefined` when the name is not there. */
function detail(name: string): string | undefined {
  const term = screen.queryAllByRole('term').find(({ textContent }) => textContent === name);
  return term?.nextElementSibling?.textContent;
}

function renderDetails(changes: EntryChanges = {}): void {
  render(<PictureDetails entry={makeEntry('a', changes)} />);
}

describe('the details of a picture', () => {
  it('tell its words, model, server and how long it took', () => {
    renderDetails({ job: { startedAt: CREATED_AT, finishedAt: CREATED_AT + 12_340 } });
    expect(detail('Prompt')).toBe('words of a');
    expect(detail('Model')).toBe('gpt-image-1');
    expect(detail('Server')).toBe('https://api.example/v1');
    expect(detail('Took')).toBe('12.3 s');
  });

  it('tell what the file is', () => {
    renderDetails({ picture: { type: 'image/jpeg', width: 1536, height: 1024, byteSize: 2_345_678 } });
    expect(detail('Picture')).toBe('1536 × 1024, JPG, 2.3 MB');
  });

  it('tell when it was made', () => {
    renderDetails();
    expect(detail('Made')).toMatch(/^[A-Z][a-z]{2} \d{1,2}, 2026, \d{1,2}:\d{2}\s[AP]M$/);
  });

  it('leave out what is not known', () => {
    render(<PictureDetails entry={{ ...makeEntry('a'), job: unstarted() }} />);
    expect(detail('Took')).toBeUndefined();
    expect(detail('Server')).toBeUndefined();
    expect(detail('From page')).toBeUndefined();
    expect(detail('Size')).toBeUndefined();
  });

  function unstarted() {
    const { startedAt: _, finishedAt: __, baseUrl: ___, reply: ____, ...job } = makeEntry('a').job;
    return job;
  }
});

describe('what came before and beside the drawing', () => {
  it('is told: the wait for its turn, how often it was sent, and which of several pictures it is', () => {
    renderDetails({
      picture: { index: 1 },
      job: {
        startedAt: CREATED_AT + 5200,
        finishedAt: CREATED_AT + 9200,
        attempts: 2,
        parameters: { model: 'gpt-image-1', n: 3, output_compression: 40 },
      },
    });
    expect(detail('Waited before')).toBe('5.2 s');
    expect(detail('Took')).toBe('4.0 s');
    expect(detail('Times sent')).toBe('2');
    expect(detail('Of several')).toBe('2 of 3');
    expect(detail('Compression')).toBe('40');
  });

  it('is counted from the click that asked again', () => {
    renderDetails({ job: { queuedAt: CREATED_AT + 50_000, startedAt: CREATED_AT + 52_000 } });
    expect(detail('Waited before')).toBe('2.0 s');
  });

  it('is not told where it is what everybody expects', () => {
    renderDetails({ job: { startedAt: CREATED_AT + 300, attempts: 1 } });
    expect(detail('Waited before')).toBeUndefined();
    expect(detail('Times sent')).toBeUndefined();
    expect(detail('Of several')).toBeUndefined();
  });
});

describe('the revised prompt', () => {
  it('is told when the server changed the words', () => {
    renderDetails({ picture: { revisedPrompt: 'A red fox, in deep snow' } });
    expect(detail('Prompt as the server revised it')).toBe('A red fox, in deep snow');
  });

  it('is not told when it is the same', () => {
    renderDetails({ picture: { revisedPrompt: 'words of a' } });
    expect(detail('Prompt as the server revised it')).toBeUndefined();
  });

  it('is not told when there is none', () => {
    renderDetails();
    expect(detail('Prompt as the server revised it')).toBeUndefined();
  });
});

describe('a parameter', () => {
  const withSizes = (asked: string | undefined, actual: string | undefined): EntryChanges => ({
    job: {
      parameters: { model: 'gpt-image-1', ...(asked !== undefined && { size: asked }) },
      reply: { actual: actual === undefined ? {} : { size: actual } },
    },
  });

  it.each([
    ['asked and used', '1024x1024', '1024x1024', '1024 × 1024'],
    ['left to the server', undefined, '1536x1024', '1536 × 1024'],
    ['of which the server tells nothing', '1024x1024', undefined, '1024 × 1024'],
    ['used otherwise than asked', 'auto', '1536x1024', '1536 × 1024 (asked: Automatic)'],
    ['nobody knows of', undefined, undefined, undefined],
  ])('that was %s', (_, asked, actual, words) => {
    renderDetails(withSizes(asked, actual));
    expect(detail('Size')).toBe(words);
  });

  it('of every kind is told', () => {
    const parameters = {
      model: 'somebody/flux',
      quality: 'high',
      background: 'opaque',
      moderation: 'low',
      style: 'vivid',
    };
    renderDetails({ job: { parameters, reply: { actual: { quality: 'medium' } } } });
    expect(detail('Quality')).toBe('Medium (asked: High)');
    expect(detail('Background')).toBe('Opaque');
    expect(detail('Moderation')).toBe('Low');
    expect(detail('Style')).toBe('Vivid');
  });
});

describe('the format', () => {
  it('is what the server says, and what was asked for where that is another', () => {
    const parameters = { model: 'gpt-image-1', output_format: 'webp' };
    renderDetails({ job: { parameters, reply: { actual: { outputFormat: 'jpeg' } } } });
    expect(detail('Format')).toBe('jpeg (asked: webp)');
  });

  it('is what was asked for when the server tells nothing', () => {
    renderDetails({
      job: { parameters: { model: 'gpt-image-1', output_format: 'webp' }, reply: { actual: {} } },
    });
    expect(detail('Format')).toBe('webp');
  });
});

describe('the cost', () => {
  it.each([
    ['known', { amount: 0.1664, unknownReplies: 0 }, '$0.1664'],
    ['partly known', { amount: 0.1664, unknownReplies: 1 }, '$0.1664 and something unknown'],
    ['unknown', { amount: 0, unknownReplies: 1 }, 'Cost unknown'],
  ])('that is %s is told', (_, cost, words) => {
    renderDetails({ job: { cost } });
    expect(detail('Cost')).toBe(words);
  });

  it('of a picture from before costs were counted is left out', () => {
    renderDetails();
    expect(detail('Cost')).toBeUndefined();
  });
});

describe('the tokens', () => {
  it('are told', () => {
    const usage = { totalTokens: 4210, inputTokens: 50, outputTokens: 4160 };
    renderDetails({ job: { reply: { actual: {}, usage } } });
    expect(detail('Tokens')).toBe('4210 in all, 50 for the prompt, 4160 for the picture');
  });

  it('are told by kind where a picture took words, too', () => {
    const usage = {
      totalTokens: 10,
      inputTokens: 3,
      outputTokens: 7,
      outputImageTokens: 5,
      outputTextTokens: 2,
    };
    renderDetails({ job: { reply: { actual: {}, usage } } });
    expect(detail('Tokens')).toContain('5 image, 2 text');
  });

  it.each([
    ['nothing', { actual: {} }],
    ['no total', { actual: {}, usage: { inputTokens: 50 } }],
  ])('are unknown, not zero, when the server tells %s', (_, reply) => {
    renderDetails({ job: { reply } });
    expect(detail('Tokens')).toBe('not told by the server');
  });
});

describe('the page the words come from', () => {
  it('is a link that tells the page nothing of us', () => {
    renderDetails({ job: { passage: makePassage() } });
    const link = screen.getByRole('link', { name: 'Chicago Poems' });
    expect(link.getAttribute('href')).toBe('https://example.org/poems#fog');
    expect(link.getAttribute('rel')).toContain('noreferrer');
  });

  it('has beside it the way back to the very words', () => {
    renderDetails({ job: { passage: makePassage() } });
    const link = screen.getByRole('link', { name: 'Back to the passage' });
    expect(link.getAttribute('href')).toContain('#fog:~:text=');
    expect(link.getAttribute('rel')).toBe('noreferrer noopener');
  });

  it('is no link where it is not of the web', () => {
    renderDetails({ job: { passage: makePassage({ pageUrl: 'javascript:alert(1)' }) } });
    expect(detail('From page')).toBe('Chicago Poems');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is told with the words as they stand there, and the headings above them', () => {
    renderDetails({ job: { passage: makePassage() } });
    expect(screen.getByRole('blockquote').textContent).toBe(
      '… Fog, by Carl Sandburg. the fog comes on little cat feet It sits looking over harbor and city …',
    );
    const trail = screen.getByRole('list', { name: 'Headings above it' });
    expect([...trail.children].map(({ textContent }) => textContent)).toEqual(['Poems', 'Fog']);
  });

  it('is told by its address when it has no title', () => {
    renderDetails({ job: { passage: makePassage({ pageTitle: '' }) } });
    expect(screen.getByRole('link', { name: 'https://example.org/poems#fog' })).toBeTruthy();
  });

  it('is not told when it has no address', () => {
    renderDetails({ job: { passage: makePassage({ pageUrl: '' }) } });
    expect(screen.queryByRole('link')).toBeNull();
  });
});
