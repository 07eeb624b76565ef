import { imageItem, pictureOrder, type ImageItem } from '../api/image-item';
import { drawPicture, pictureSvg } from '../drawing/picture';
import { changedPictures, type PictureChange } from './changed-pictures';
import type { Fault, FaultTable } from './fault';

/** Pictures in base64 whose letters are changed. */
function changedBase64(
  summary: string,
  change: (base64: string) => ImageItem,
  request: PictureChange['request'] = {},
): Fault {
  return changedPictures(summary, {
    request: { answerAs: 'b64_json', ...request },
    item: ({ b64_json = '', ...rest }) => ({ ...rest, ...change(b64_json) }),
  });
}

const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

/** Pictures that are broken, mislabelled, or written in another way. */
export const pictureFaults: FaultTable = {
  'truncated-base64': changedBase64('base64 that ends in the middle of a group of four', (base64) => ({
    // One letter over a group of four cannot be decoded at all.
    b64_json: `${base64.slice(0, Math.floor(base64.length / 8) * 4)}A`,
  })),
  'bad-base64': changedBase64('text that is no base64', () => ({ b64_json: '<not base64 at all!>' })),
  'truncated-picture': changedBase64(
    'good base64 of the first half of a PNG',
    (base64) => ({ b64_json: Buffer.from(half(base64), 'base64').toString('base64') }),
    { format: 'png' },
  ),
  'prefixed-base64': changedBase64('base64 behind the beginning of a data: address', (base64) => ({
    b64_json: `data:image/png;base64,${base64}`,
  })),
  'urlsafe-base64': changedBase64('base64 in the alphabet for addresses, not padded', (base64) => ({
    b64_json: Buffer.from(base64, 'base64').toString('base64url'),
  })),
  'empty-strings': changedBase64('empty text for what the answer does not have', (base64) => ({
    b64_json: base64,
    url: '',
    revised_prompt: '',
  })),
  'data-address': changedBase64(
    'a data: address in url',
    (base64) => ({ url: `data:image/png;base64,${base64}` }),
    { format: 'png' },
  ),
  'base64-as-address': changedBase64('base64 in the field for addresses', (base64) => ({ url: base64 })),
  'base64-elsewhere': changedBase64('base64 in a field of another name', (base64) => ({ picture: base64 })),
  'picture-and-error': changedBase64('a picture, and an error beside it', (base64) => ({
    b64_json: base64,
    error: { code: 'server_error', message: 'Another picture failed.' },
  })),
  'echo-key': {
    summary: 'repeats the authorization of the request in every field but the picture',
    answer: async (call) => {
      const request = await call.parse();
      const secret = call.received.headers['authorization'] ?? '';
      const item = await imageItem(
        { ...request, answerAs: 'b64_json' },
        pictureOrder(request, 0),
        call.tools,
      );
      const entry = { ...item, revised_prompt: `Drawn for ${secret}`, id: secret, [secret]: secret };
      const echo = {
        size: secret,
        quality: secret,
        background: secret,
        output_format: secret,
        model: secret,
      };
      const elsewhere = { url: `${call.localhostOrigin}/pictures/x.png?key=${encodeURIComponent(secret)}` };
      return Response.json(
        { created: 1, data: [entry, elsewhere], ...echo, usage: { note: secret } },
        { headers: { 'x-request-id': secret } },
      );
    },
  },
  'wrong-mime': changedPictures('a PNG that the answer calls JPEG', {
    request: { answerAs: 'b64_json', format: 'png' },
    claims: { output_format: 'jpeg' },
  }),
  svg: changedPictures('an SVG', {
    request: { answerAs: 'b64_json' },
    item: (_item, order) => ({ b64_json: Buffer.from(pictureSvg(order)).toString('base64') }),
    claims: { output_format: 'svg' },
  }),
  fewer: changedPictures('one picture, however many were asked for', {
    request: { n: 1 },
  }),
  mixed: changedPictures('every second picture as an address, the others as base64', {
    request: { answerAs: 'b64_json' },
    item: (item, order, call) => (order.index % 2 === 0 ? item : { url: call.tools.publish(order) }),
  }),
  'raw-bytes': {
    summary: 'the bytes of a PNG instead of JSON',
    answer: async (call) => {
      const order = pictureOrder(await call.parse(), 0);
      return new Response(await drawPicture({ ...order, format: 'png' }), {
        headers: { 'content-type': 'image/png' },
      });
    },
  },
};
