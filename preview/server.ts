/** The page and what it asks for, over HTTP, for this machine alone. */

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ROOT } from '../src/data.js';
import { reasonOf } from '../src/errors.js';
import type { Channel } from './channel.js';
import type { CorpusReader } from './corpus.js';
import type { Action, News, Typing } from './protocol.js';

/** Nothing from elsewhere, nothing inline, and no text is ever made into HTML. */
const POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The page as it stands in the sources, and its scripts as they are built. */
const STATIC = path.join(ROOT, 'preview', 'page');
const BUILT = path.join(ROOT, 'dist', 'preview', 'page');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Longest body of a request, in bytes: a command with all its options at their longest takes a tenth of it. */
const MAX_BODY = 64 * 1024;

/** A mistake of whoever asks, with the status that it is answered with. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Answer = (call: { query: URLSearchParams; body: unknown }) => unknown;

/** What the page looks at and does things in. */
type Watched = Pick<Channel, 'act' | 'suggest' | 'watch'>;
type Read = Pick<CorpusReader, 'overview' | 'text' | 'explain'>;

export class PreviewServer {
  readonly #server: Server;
  readonly #channel: Watched;
  readonly #routes: Readonly<Record<string, Answer>>;

  /** Serves on the loopback alone; port 0 is any free one. */
  static async start(channel: Watched, corpus: Read, port = 0): Promise<PreviewServer> {
    const server = new PreviewServer(channel, corpus);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor(channel: Watched, corpus: Read) {
    this.#channel = channel;
    this.#routes = {
      'POST /act': ({ body }) => channel.act(body as Action),
      'POST /suggest': ({ body }) => channel.suggest(body as Typing),
      'GET /corpus': () => corpus.overview(),
      'GET /text': ({ query }) => corpus.text(query.get('id') ?? ''),
      'POST /explain': ({ body }) => corpus.explain((body as { question: string }).question),
    };
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Where the page is. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    try {
      this.#mustBeFromHere(request);
      const url = new URL(request.url ?? '/', this.url);
      if (url.pathname === '/news') return this.#news(url.searchParams, response);
      const answer = this.#routes[`${request.method} ${url.pathname}`];
      if (!answer) return await serveFile(request, url.pathname, response);
      const body = request.method === 'POST' ? await bodyOf(request) : undefined;
      sendJson(response, 200, (await answer({ query: url.searchParams, body })) ?? null);
    } catch (error) {
      sendJson(response, error instanceof Refused ? error.status : 400, { error: reasonOf(error) });
    }
  }

  /** No page of another origin gets through, by whatever name it knows this machine. */
  #mustBeFromHere({ headers, method }: IncomingMessage): void {
    const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${this.#port}`);
    if (!hosts.includes(headers.host ?? '')) throw new Refused(403, 'Ask for this page as 127.0.0.1.');
    const { origin } = headers;
    if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
      throw new Refused(403, 'Another page asks.');
    // A form of another page cannot send this type without asking first.
    if (method === 'POST' && headers['content-type'] !== 'application/json')
      throw new Refused(415, 'The body must be JSON.');
  }

  /** Events for as long as the page listens. */
  #news(query: URLSearchParams, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const tell = (news: News) => void response.write(`data: ${JSON.stringify(news)}\n\n`);
    response.on('close', this.#channel.watch(query.get('user') ?? '', tell));
  }
}

async function serveFile(
  { method }: IncomingMessage,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const name = pathname === '/' ? '/index.html' : pathname;
  const type = TYPES[path.extname(name)];
  if (method !== 'GET' || !type || !/^\/[a-z-]+\.[a-z]+$/.test(name)) throw new Refused(404, 'Not found.');
  const folder = path.extname(name) === '.js' ? BUILT : STATIC;
  const content = await readFile(path.join(folder, name)).catch(() => {
    throw new Refused(404, 'Not found.');
  });
  response.writeHead(200, { 'Content-Type': type }).end(content);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Refused(413, 'That is too long.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
