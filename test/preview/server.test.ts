import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../preview/protocol.js';
import { PreviewServer } from '../../preview/server.js';
import { buildPage } from './build.js';

/** What was done in the channel. */
const done: Action[] = [];

let server: PreviewServer;
beforeAll(async () => {
  buildPage();
  const channel = {
    act: async (action: Action) => void done.push(action),
    suggest: async () => [],
    watch: () => () => {},
  };
  const corpus = {
    overview: async () => ({ summary: '', texts: [], problems: [] }),
    text: () => Promise.reject(new Error('There is no text.')),
    explain: () => Promise.reject(new Error('No.')),
  };
  server = await PreviewServer.start(channel, corpus);
});
afterAll(() => server.close());

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request with headers that `fetch` does not let one set. */
function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  const { port } = new URL(server.url);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      asked.on('error', reject).end(body);
    },
  );
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const SAY = JSON.stringify({ kind: 'say', user: 'Alice', content: 'hello' });

describe('the preview’s server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/frame.css', 'text/css; charset=utf-8'],
    ['/app.js', 'text/javascript; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
    ['/corpus', 'application/json'],
  ])('gives %s with a policy that lets in nothing from elsewhere', async (path, type) => {
    const { status, headers } = await ask(path);
    expect([status, headers['content-type']]).toEqual([200, type]);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('listens on the loopback alone', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'turns away who knows it as %j, as after DNS rebinding',
    async (host) => {
      expect((await ask('/', { headers: { Host: host } })).status).toBe(403);
      expect((await ask('/news?user=Alice', { headers: { Host: host } })).status).toBe(403);
    },
  );

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'turns away a page of %s, and does nothing for it',
    async (origin) => {
      const asked = await ask('/act', {
        method: 'POST',
        headers: { ...JSON_TYPE, Origin: origin },
        body: SAY,
      });
      expect([asked.status, done]).toEqual([403, []]);
    },
  );

  it('turns away what a form of another page could send', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    expect((await ask('/act', { method: 'POST', headers, body: SAY })).status).toBe(415);
    expect(done).toEqual([]);
  });

  it('does what its own page asks', async () => {
    const headers = { ...JSON_TYPE, Origin: server.url.slice(0, -1) };
    expect((await ask('/act', { method: 'POST', headers, body: SAY })).status).toBe(200);
    expect(done.splice(0)).toEqual([JSON.parse(SAY)]);
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/app.ts',
    '/tsconfig.json',
    '/nothing.js',
    '/page/app.js',
    '/.env',
  ])('gives no file but those of the page: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('says what is wrong', async () => {
    expect(await ask('/text?id=x')).toMatchObject({ status: 400, body: '{"error":"There is no text."}' });
    const broken = { method: 'POST', headers: JSON_TYPE, body: '{' };
    expect((await ask('/act', broken)).status).toBe(400);
    expect((await ask('/act', { ...broken, body: `"${'x'.repeat(70_000)}"` })).status).toBe(413);
  });
});
