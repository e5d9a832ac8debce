/** The HTTP side: reads requests, checks the token, plays faults, and hands the rest to the routes. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.js';
import type { World } from './world.js';

/** A request that a route is asked to answer. */
export interface Call {
  /** `POST /channels/…/messages`, for violations. */
  name: string;
  /** The named groups of the route's path. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** As parsed from JSON; undefined without a body. */
  body: unknown;
}

/** One endpoint. What `answer` returns is sent as JSON with 200; undefined as 204; a `Refusal` thrown as it says. */
export interface Route {
  method: string;
  path: RegExp;
  /** Whether it wants the bot's token. Endpoints that carry an interaction's token do not. */
  authorized: boolean;
  answer: (call: Call) => unknown;
}

/** What goes wrong with requests that match, and how often. */
export interface Fault {
  /** Looked for in `METHOD /path`, the path without version and query. */
  match: RegExp;
  /** 1 if not given. */
  times?: number;
  /** Answer with this status, 500 if nothing else is given. */
  status?: number;
  /** Discord's own code that goes with the status. */
  code?: number;
  /** Answer with this page, as a proxy or a login page does; with 200 if no status is given. */
  page?: string;
  /** Answer 429 with this many seconds to wait. */
  retryAfter?: number;
  /** Break the connection off. */
  drop?: boolean;
  /** Hold the request for so long before anything else happens to it; alone, nothing else does. */
  delayMs?: number;
  /** Never answer. */
  hang?: boolean;
  /** The request takes effect first, and only its answer goes wrong. */
  after?: boolean;
}

export class Rest {
  readonly #world: World;
  readonly #routes: Route[];
  #faults: (Fault & { left: number })[] = [];

  constructor(world: World, routes: Route[]) {
    this.#world = world;
    this.#routes = routes;
  }

  fault(fault: Fault): void {
    this.#faults.push({ ...fault, left: fault.times ?? 1 });
  }

  clearFaults(): void {
    this.#faults = [];
  }

  /** The listener of the HTTP server. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    // A bot that is killed in the middle of a request is nothing to report.
    this.#serve(request, response).catch(() => response.destroy());
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await read(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v\d+/, '');
    const record = { method, path, body: parsed(text), status: undefined };
    this.#world.requests.push(record);
    response.on('finish', () => Object.assign(record, { status: response.statusCode }));

    const fault = this.#takeFault(`${method} ${path}`);
    if (fault?.delayMs) await sleep(fault.delayMs);
    const fails = fault && failsAnswer(fault);
    if (fails && !fault.after) {
      fail(response, fault);
      return;
    }
    const answer = this.#answer({ ...record, query: url.searchParams }, request.headers.authorization);
    if (fails) fail(response, fault);
    else reply(response, answer.status, answer.body);
  }

  #takeFault(name: string): Fault | undefined {
    const fault = this.#faults.find(({ match, left }) => left > 0 && match.test(name));
    if (fault) fault.left -= 1;
    return fault;
  }

  #answer(
    { method, path, body, query }: { method: string; path: string; body: unknown; query: URLSearchParams },
    authorization: string | undefined,
  ): { status: number; body?: unknown } {
    const name = `${method} ${path}`;
    try {
      const { route, params } = this.#find(method, path);
      if (route.authorized && authorization !== `Bot ${this.#world.token}`) {
        throw new Refusal(401, 0, '401: Unauthorized');
      }
      if (typeof body === 'string') {
        const refusal = new Refusal(400, 50109, 'The request body contains invalid JSON.');
        this.#world.violations.refuse(name, 'a body that is not JSON, files perhaps', refusal);
      }
      const answer = route.answer({ name, params, query, body });
      return answer === undefined ? { status: 204 } : { status: 200, body: answer };
    } catch (error) {
      if (error instanceof Refusal) {
        return { status: error.status, body: { message: error.message, code: error.code } };
      }
      this.#world.violations.add(name, `the stand-in could not make sense of it: ${error}`);
      return { status: 400, body: { message: 'Invalid Form Body', code: 50035 } };
    }
  }

  #find(method: string, path: string): { route: Route; params: Record<string, string> } {
    for (const route of this.#routes) {
      const match = route.method === method && route.path.exec(path);
      if (match) return { route, params: match.groups ?? {} };
    }
    this.#world.violations.add(`${method} ${path}`, 'the stand-in knows no such endpoint');
    throw new Refusal(404, 0, '404: Not Found');
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON of a body, or the text itself if it is none: an endpoint will refuse that. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

const failsAnswer = ({ delayMs, status, page, retryAfter, drop, hang, after }: Fault): boolean =>
  delayMs === undefined || Boolean(status || page || retryAfter || drop || hang || after);

function fail(
  response: ServerResponse,
  { page, status = page ? 200 : 500, retryAfter, drop, hang, code = 0 }: Fault,
): void {
  if (hang) return;
  if (page !== undefined) {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(page);
    return;
  }
  if (drop) {
    response.destroy();
    return;
  }
  if (retryAfter === undefined) {
    reply(response, status, { message: `${status}: as the test asked`, code });
    return;
  }
  response.setHeader('Retry-After', String(retryAfter));
  response.setHeader('X-RateLimit-Scope', 'user');
  reply(response, 429, { message: 'You are being rate limited.', retry_after: retryAfter, global: false });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
