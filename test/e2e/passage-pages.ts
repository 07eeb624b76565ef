import { createServer } from 'node:http';

const line = 'A line of the page that says nothing of what is looked for.';

const lines = (count: number): string => `<p>${line}</p>`.repeat(count);

const FILLING = lines(80);

const page = (language: string, body: string): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>A long page</title><body>${body}</body></html>`;

/** Long pages: on each, what is selected stands far down in `#from` to `#to`, or in `#from` alone. */
export const PAGES = {
  once: page(
    'en',
    `${FILLING}<p>And then <b id="from">the fog came in, on little cat-feet, & sat</b> down.</p>${FILLING}`,
  ),
  twice: page(
    'en',
    `<h1>Fog</h1>${FILLING}<p>First it said: the fog comes on little cat feet, and left.</p>${FILLING}<p>Later it said: <i id="from">the fog comes on little cat feet</i>, over again.</p>${FILLING}`,
  ),
  // Written without a space between elements, as programs write pages.
  paragraphs: page(
    'en',
    `${FILLING}<h2>The fog</h2><p id="from">The fog comes<br>on little cat feet.</p><div><p id="to">It sits looking over harbor and city.</p></div><p>Then it moves on.</p>${FILLING}`,
  ),
  // What stands before the words is the end of another element, and nothing tells.
  joined: page(
    'en',
    `${FILLING}<h2>The fog</h2><p>We say <i id="from">it comes on little cat feet</i></p>${FILLING}`,
  ),
  cells: page(
    'en',
    `${FILLING}<table><tr><td id="from">Carl Sandburg</td><td id="to">Chicago Poems</td></tr></table>${FILLING}`,
  ),
  chinese: page(
    'zh-CN',
    `${'<p>这一行什么也没有说，只是为了让页面变长。</p>'.repeat(80)}<p>龙舟竞渡的少年<span id="from">望着远处的灯塔</span>，没有说话。</p>${'<p>后面还有很多行。</p>'.repeat(80)}`,
  ),
  chineseLong: page(
    'zh-CN',
    `${'<p>这一行什么也没有说，只是为了让页面变长。</p>'.repeat(80)}<p id="from">${'山间古寺的钟声穿过晨雾，倒映在湖面上的月色朦胧。'.repeat(12)}</p><p id="to">赛博朋克城市里的姑娘撑着伞走过雨巷。</p>${'<p>后面还有很多行。</p>'.repeat(80)}`,
  ),
} as const;

const pageNamed = (name: string): string | undefined =>
  Object.entries(PAGES).find(([known]) => known === name)?.[1];

/** Serves the pages on a free port of the loopback address, each at its name. */
export async function servePages(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer(({ url = '' }, response) => {
    const html = pageNamed(url.slice(1));
    const type = { 'content-type': 'text/html; charset=utf-8' };
    response.writeHead(html === undefined ? 404 : 200, type).end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
