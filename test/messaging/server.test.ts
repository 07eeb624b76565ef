import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MessageSender } from '@/utils/browser/messages';
import { FailureError } from '@/utils/core/failure/failure';
import { ask } from '@/utils/messaging/client';
import type { Request } from '@/utils/messaging/protocol';
import { respond, serve } from '@/utils/messaging/server';
import { fakeFunction } from '../fakes/extension-functions';
import { createFakeHandlers } from '../fakes/handlers';
import { makePassage } from '../fixtures/jobs';

const ORIGIN = 'chrome-extension://abcdef/';

/** A page of ours. */
function makeSender(changes: Partial<MessageSender> = {}): MessageSender {
  return { fromThisExtension: true, url: `${ORIGIN}popup.html`, frameId: undefined, ...changes };
}

const CANCEL: Request = { type: 'cancelJob', jobId: 'job-1' };

const PARAMETERS = { model: 'gpt-image-1', n: 2, size: '1024x1024', user: 'me' };

const FORM = {
  providerId: 'provider-1',
  name: 'Mine',
  address: 'api.example',
  model: 'dall-e-3',
  extraBody: { seed: 7 },
  base64: 'auto',
  onePicturePerRequest: false,
  concurrency: 2,
  timeoutSeconds: 300,
} as const;

const EVERY_REQUEST: readonly Request[] = [
  { type: 'generate', intentId: 'click-1', prompt: 'a fox', parameters: PARAMETERS, passage: makePassage() },
  { type: 'generate', prompt: '', parameters: { model: 'dall-e-3' } },
  CANCEL,
  { type: 'cancelWaitingJobs' },
  { type: 'runJobNext', jobId: 'job-1' },
  { type: 'setFileNameTemplate', template: '{date} {prompt}' },
  { type: 'drawAgain', jobId: 'job-1', intentId: 'click-1' },
  { type: 'retryJobs', jobIds: ['job-1', 'job-2'] },
  { type: 'seeJobs' },
  { type: 'checkStorage' },
  { type: 'handOverUnsaved', jobId: 'job-1', channel: 'files-1' },
  { type: 'discardUnsaved', jobId: 'job-1' },
  { type: 'setNotifications', notifications: true },
  { type: 'resumeJob', jobId: 'job-1' },
  { type: 'deletePictures', pictureIds: ['picture-1'] },
  { type: 'restorePictures', pictureIds: ['picture-1'] },
  { type: 'emptyTrash', deletedUntil: 1_700_000_000_000 },
  { type: 'setRetention', days: 365 },
  { type: 'setRetention', days: null },
  { type: 'dismissJobs', jobIds: ['job-1'], dismissed: true },
  { type: 'setFavorite', pictureIds: ['picture-1'], favorite: true },
  { type: 'addTags', pictureIds: ['picture-1'], tags: ['sea'] },
  { type: 'setTags', pictureId: 'picture-1', tags: ['sea'] },
  { type: 'setNote', pictureId: 'picture-1', note: '' },
  {
    type: 'saveDraft',
    draft: { prompt: 'a fox', passage: makePassage(), parameters: PARAMETERS },
    writer: 'p',
  },
  { type: 'approveJob', jobId: 'job-1' },
  { type: 'describeFailure', jobId: 'job-1' },
  { type: 'saveProvider', ...FORM, key: 'sk-1', headers: { 'api-key': 'k' } },
  { type: 'saveProvider', ...FORM },
  { type: 'removeProvider', providerId: 'provider-1' },
  { type: 'setMonthlyLimit', limit: 12.5 },
  { type: 'setMonthlyLimit', limit: null },
  { type: 'setAfterMenuClick', afterMenuClick: 'edit' },
  { type: 'testConnection', providerId: 'provider-1', address: 'api.example', model: 'dall-e-3' },
  { type: 'findKey', providerId: 'provider-1', address: '' },
  { type: 'checkSetup' },
];

describe('a request of one of our pages', () => {
  it.each(EVERY_REQUEST)('reaches its handler: $type', async (request) => {
    const { handlers, handled } = createFakeHandlers();
    expect(await respond(handlers, request, makeSender(), ORIGIN)).toHaveProperty('ok', true);
    expect(handled).toEqual([request]);
  });

  it('is answered with what the handler gives', async () => {
    const { handlers } = createFakeHandlers({ findKey: () => Promise.resolve({ present: false }) });
    const answer = respond(
      handlers,
      { type: 'findKey', providerId: 'provider-1', address: 'x' },
      makeSender(),
      ORIGIN,
    );
    expect(await answer).toEqual({ ok: true, value: { present: false } });
  });

  it.each([
    ['a failure as data', new FailureError({ kind: 'storageFull' }), { kind: 'storageFull' }],
    ['another fault in words', new TypeError('oops'), { kind: 'unexpected', detail: 'oops' }],
  ])('is answered with %s', async (_, fault, failure) => {
    const { handlers } = createFakeHandlers({ cancelJob: () => Promise.reject(fault) });
    const answer = await respond(handlers, CANCEL, makeSender(), ORIGIN);
    expect(answer).toEqual({ ok: false, failure });
    expect(structuredClone(answer)).toEqual(answer);
  });

  it('is answered when the handler throws at once', async () => {
    const { handlers } = createFakeHandlers({
      cancelJob() {
        throw new FailureError({ kind: 'network' });
      },
    });
    expect(await respond(handlers, CANCEL, makeSender(), ORIGIN)).toMatchObject({ ok: false });
  });

  it('comes from the top frame, by whichever name the browser calls it', () => {
    const { handlers } = createFakeHandlers();
    expect(respond(handlers, CANCEL, makeSender({ frameId: 0 }), ORIGIN)).toBeDefined();
  });
});

describe('left to others, at once and without a handler, is', () => {
  it.each<[string, Partial<MessageSender>]>([
    ['another extension', { fromThisExtension: false }],
    ['a web page', { url: 'https://evil.example/popup.html' }],
    ['a page whose address only begins like ours', { url: 'chrome-extension://abcdefg/popup.html' }],
    ['a page that names ours', { url: `https://evil.example/?${ORIGIN}` }],
    ['a frame inside a page', { frameId: 3 }],
    ['nobody we know', { url: undefined }],
  ])('a message of %s', (_, changes) => {
    const { handlers, handled } = createFakeHandlers();
    expect(respond(handlers, CANCEL, makeSender(changes), ORIGIN)).toBeUndefined();
    expect(handled).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'cancelJob'],
    ['an object without a type', { jobId: 'job-1' }],
    ['an unknown type', { type: 'fetch', url: 'https://evil.example' }],
    ['the name of something every object has', { type: 'constructor' }],
    ['a missing id', { type: 'cancelJob' }],
    ['an empty id', { type: 'cancelJob', jobId: '' }],
    ['an id of another kind', { type: 'cancelJob', jobId: 7 }],
    ['no model', { type: 'generate', prompt: 'a fox', parameters: {} }],
    ['an empty model', { type: 'generate', prompt: 'a fox', parameters: { model: ' ' } }],
    ['no pictures', { type: 'generate', prompt: 'a fox', parameters: { model: 'x', n: 0 } }],
    ['half a picture', { type: 'generate', prompt: 'a fox', parameters: { model: 'x', n: 1.5 } }],
    [
      'half a passage',
      { type: 'generate', prompt: 'a fox', parameters: { model: 'x' }, passage: { quote: 'x' } },
    ],
    ['an unknown choice', { type: 'setAfterMenuClick', afterMenuClick: 'dance' }],
  ])('a message with %s', (_, message) => {
    const { handlers, handled } = createFakeHandlers();
    expect(respond(handlers, message, makeSender(), ORIGIN)).toBeUndefined();
    expect(handled).toEqual([]);
  });
});

it('hands on no more than the protocol names', async () => {
  const { handlers, handled } = createFakeHandlers();
  await respond(handlers, { ...CANCEL, url: 'https://evil.example' }, makeSender(), ORIGIN);
  expect(handled).toEqual([CANCEL]);
});

it('listens to the browser and tells its senders apart', async () => {
  const { handlers, handled } = createFakeHandlers();
  const { id } = fakeBrowser.runtime;
  const url = fakeBrowser.runtime.getURL('/popup.html');
  serve(handlers, fakeBrowser.runtime.getURL('/'));
  const noAnswer = (): void => undefined;
  const sender = { id: 'another-extension', url };
  const none = await fakeBrowser.runtime.onMessage.trigger(CANCEL, sender, noAnswer);
  expect(none).toEqual([undefined]);
  expect(handled).toEqual([]);
  const answers = await fakeBrowser.runtime.onMessage.trigger(CANCEL, { id, url }, noAnswer);
  expect(answers).toEqual([{ ok: true, value: null }]);
  expect(handled).toEqual([CANCEL]);
});

describe('asking', () => {
  it('gives what the background answers', async () => {
    const answer = { ok: true, value: { jobId: 'job-7' } };
    const sent = fakeFunction('runtime', 'sendMessage', () => Promise.resolve(answer));
    const request = { type: 'generate', prompt: 'a fox', parameters: { model: 'x' } } as const;
    expect(await ask(request)).toEqual({ jobId: 'job-7' });
    expect(sent).toEqual([[request]]);
  });

  it.each([
    [
      'the failure of the background',
      { ok: false, failure: { kind: 'storageFull' } },
      { kind: 'storageFull' },
    ],
    [
      'one of its own when nobody answered',
      undefined,
      { kind: 'unexpected', detail: 'No answer to "cancelJob"' },
    ],
  ])('throws %s', async (_, answer, failure) => {
    fakeFunction('runtime', 'sendMessage', () => Promise.resolve(answer));
    const asking = ask({ type: 'cancelJob', jobId: 'job-1' });
    await expect(asking).rejects.toBeInstanceOf(FailureError);
    await expect(asking).rejects.toMatchObject({ failure });
  });
});
