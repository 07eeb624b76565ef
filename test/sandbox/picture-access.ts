/** What a signed address ends with; decoding and encoding it again would change it. */
export const signature = '?se=2026%3A11&sig=a%2Bb%3D';

/** What is asked of a special folder of pictures. */
interface Asked {
  readonly name: string;
  /** The query as it arrived, with its question mark. */
  readonly query: string;
  readonly port: string;
}

const forbidden = (): Response =>
  new Response(
    '<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.</Message></Error>',
    { status: 403, headers: { 'content-type': 'application/xml' } },
  );

/**
 * Folders in which pictures cannot simply be had, by name. Undefined lets the picture be sent.
 * The errors are those of Azure's storage, where OpenAI's addresses led.
 */
export const pictureAccess: Readonly<Record<string, (asked: Asked) => Response | undefined>> = {
  signed: ({ query }) => (query === signature ? undefined : forbidden()),
  forbidden,
  missing: () =>
    new Response('<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code></Error>', {
      status: 404,
      headers: { 'content-type': 'application/xml' },
    }),
  moved: ({ name, port }) =>
    new Response(null, { status: 302, headers: { location: `http://localhost:${port}/pictures/${name}` } }),
};
