import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type Duplex, PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { UserError } from '../errors.js';
import { lookupFor, type MayVisit, mustBeVisited, pageAddress } from './addresses.js';
import { whyRefused, whyUnreached } from './fetch-errors.js';

/** What is fetched at most, in bytes, packed as well as unpacked: the largest PDFs that people link to. */
export const MAX_FETCHED_BYTES = 20_000_000;

/** Milliseconds that an address may take, redirects and all. */
const MAX_MILLISECONDS = 30_000;

/** Redirects that are followed; from http to https, to www and to a new place are three. */
const MAX_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

const HEADERS = {
  'user-agent': 'Verbatim (imports single texts when somebody asks it to)',
  accept:
    'text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/pdf,*/*;q=0.5',
  'accept-encoding': 'gzip, br',
};

/** How contents may come packed. */
const UNPACKERS: ReadonlyMap<string, () => Duplex> = new Map([
  ['identity', () => new PassThrough()],
  ['', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
]);

/** How an address is visited. */
export interface Visit {
  /** Which IP addresses may be connected to. */
  readonly mayVisit: MayVisit;
  /** Tells whether content of such a type, served at such an address, is wanted at all; its message says why not. */
  readonly check: (type: string, url: URL) => void;
  /** Milliseconds that it may take. */
  readonly milliseconds?: number;
}

/** What an address gave. */
export interface Fetched {
  /** Where it was, after redirects. */
  readonly url: URL;
  /** The type of its content, in lower case, `''` where the server names none. */
  readonly type: string;
  /** The encoding that the server names. */
  readonly charset: string | null;
  readonly bytes: Buffer;
}

/**
 * Fetches what an address gives, over at most five redirects, each of which is checked as the address is. No proxy of the
 * environment is used, no cookie kept, no password sent.
 *
 * @throws UserError in words for whoever gave the address.
 */
export async function fetchAddress(address: URL, visit: Visit): Promise<Fetched> {
  const { milliseconds = MAX_MILLISECONDS } = visit;
  const signal = AbortSignal.timeout(milliseconds);
  try {
    return await follow(address, visit, signal);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (!signal.aborted) throw new UserError(whyUnreached(error));
    throw new UserError(
      `it took longer than ${Math.ceil(milliseconds / 1000)} seconds; try again later, or save it in a browser and import the file`,
    );
  }
}

async function follow(address: URL, visit: Visit, signal: AbortSignal): Promise<Fetched> {
  let url = address;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await responseOf(url, visit, signal);
    const { statusCode, headers } = response;
    try {
      if (statusCode === 200) return await fetched(response, url, visit, signal);
      if (!REDIRECTS.has(statusCode) || !headers.location) throw new UserError(whyRefused(statusCode));
      url = pageAddress(headers.location, url);
    } finally {
      response.destroy();
    }
  }
  throw new UserError(
    `it leads on to another address more than ${MAX_REDIRECTS} times; open it in a browser and copy the address where that ends`,
  );
}

function responseOf(url: URL, { mayVisit }: Visit, signal: AbortSignal): Promise<IncomingMessage> {
  mustBeVisited(url, mayVisit);
  const { request } = url.protocol === 'https:' ? https : http;
  const options = {
    headers: HEADERS,
    signal,
    // A connection of its own, for which nothing in the environment is asked.
    agent: false,
    rejectUnauthorized: true,
    lookup: lookupFor(mayVisit),
  };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

async function fetched(
  response: IncomingMessage,
  url: URL,
  visit: Visit,
  signal: AbortSignal,
): Promise<Fetched> {
  const { headers } = response;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  visit.check(type.trim(), url);
  if (Number(headers['content-length'] ?? 0) > MAX_FETCHED_BYTES) throw tooLarge();
  const unpacker = UNPACKERS.get((headers['content-encoding'] ?? '').trim().toLowerCase());
  if (!unpacker)
    throw new UserError(
      'it comes packed in a way that was not asked for; save it in a browser and import the file',
    );
  const chunks: Buffer[] = [];
  const collect = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of unpacked) chunks.push(chunk);
  };
  await pipeline(response, bounded, unpacker(), bounded, collect, { signal });
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)/.exec(parameter)?.[1])
    .find(Boolean);
  return { url, type: type.trim(), charset: charset ?? null, bytes: Buffer.concat(chunks) };
}

/** Lets through no more than may be fetched. */
async function* bounded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_FETCHED_BYTES) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = (): UserError =>
  new UserError(
    `it is longer than the ${MAX_FETCHED_BYTES / 1_000_000} MB that are fetched; download it and import the file`,
  );
