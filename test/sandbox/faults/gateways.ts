import { randomBytes } from 'node:crypto';
import type { Fault, FaultTable } from './fault';

function page(
  summary: string,
  status: number,
  html: string,
  headers: () => Readonly<Record<string, string>>,
): Fault {
  return {
    summary,
    bare: true,
    answer: () =>
      new Response(html, { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers() } }),
  };
}

const nginx = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n`;

const cloudflare = `<!DOCTYPE html>
<html class="no-js" lang="en-US">
<head>
<title>api.example | 524: A timeout occurred</title>
<meta charset="UTF-8" />
</head>
<body>
<div id="cf-wrapper"><div id="cf-error-details">
<h1><span>A timeout occurred</span> <span>Error code 524</span></h1>
<p>Visit <a href="https://www.cloudflare.com/5xx-error-landing">cloudflare.com</a> for more information.</p>
</div></div>
</body>
</html>
`;

const webPage = `<!doctype html>
<html lang="zh">
<head><meta charset="UTF-8" /><title>New API</title></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body>
</html>
`;

/** What stands in front of an API, or where it should be, answers with a page for people. */
export const gatewayFaults: FaultTable = {
  'bad-gateway': page('502: a page of nginx', 502, nginx('502 Bad Gateway'), () => ({
    server: 'nginx/1.24.0',
  })),
  'gateway-timeout': page('504: a page of nginx', 504, nginx('504 Gateway Time-out'), () => ({
    server: 'nginx/1.24.0',
  })),
  'cloudflare-timeout': page('524: a page of Cloudflare', 524, cloudflare, () => ({
    server: 'cloudflare',
    'cf-ray': `${randomBytes(8).toString('hex')}-FRA`,
  })),
  'web-page': page('200: the web interface of a relay', 200, webPage, () => ({
    'cache-control': 'no-cache',
  })),
  'method-not-allowed': {
    summary: '405: the path takes no POST',
    bare: true,
    answer: () =>
      Response.json({ detail: 'Method Not Allowed' }, { status: 405, headers: { allow: 'GET, HEAD' } }),
  },
  'plain-text-error': {
    summary: '503: one line of plain text',
    bare: true,
    answer: () => new Response('upstream connect error or disconnect/reset before headers', { status: 503 }),
  },
};
