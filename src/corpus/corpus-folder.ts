import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type OnProgress, READ_TOGETHER, someAtATime } from '../turns.js';
import type { Article } from './article.js';
import { type Listing, listFolder } from './folder.js';
import { mustHoldTexts } from './load.js';
import { byPlace, type Problem } from './problem.js';
import { type Corpus, corpusOf, EMPTY, type ReadFile, type Reading, readArticle } from './read.js';
import { isForAll, NO_SERVER, pathInServer, serverOf } from './servers.js';

/** A file is not read while somebody is writing it: not before it has been left alone for so long. */
export const REST_MS = 500;

/** Timers and the clocks of disks are this exact. */
const CLOCK_MS = 50;

/** What was read of a file, and of which state of it. */
interface KnownFile {
  readonly version: string;
  readonly reading: Reading;
}

/** What is told of a file that is faulty now and was not before. */
const KEPT = 'Until it is mended, the text as it was before goes on answering';

/** A corpus folder that is read again while it is in use. */
export class CorpusFolder {
  readonly #dir: string;
  readonly #read: ReadFile;
  #files: ReadonlyMap<string, KnownFile> = new Map();
  #contents: Contents | null = null;
  #isBusy = false;

  constructor(dir: string, read: ReadFile = readArticle) {
    this.#dir = dir;
    this.#read = read;
  }

  /** The files that were read last. */
  get files(): Iterable<string> {
    return this.#files.keys();
  }

  /** Whether the last reading left a file as it was because somebody is writing it. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /**
   * Reads the files that have changed, once nobody writes them any more, or all of them `anew`. A file that is faulty now
   * keeps its last good text, unless it was emptied. An article that reads as before stays the object that it was.
   *
   * @param onProgress told how many files have been looked at.
   * @throws UserError when the folder cannot be read, or holds no text any more; then what was read before stays.
   */
  async read(how: 'changed' | 'anew', onProgress?: OnProgress): Promise<Contents> {
    this.#isBusy = false;
    const listing = await listFolder(this.#dir);
    const stateNow = (file: string) => this.#stateNow(file, how);
    const known = await someAtATime(listing.files, READ_TOGETHER, stateNow, onProgress);
    const files = new Map(
      listing.files.flatMap((file, i): [string, KnownFile][] => (known[i] ? [[file, known[i]]] : [])),
    );
    const readings = new Map([...files].map(([file, { reading }]) => [file, reading]));
    const contents = new Contents(this.#dir, listing, readings, this.#contents);
    // The first reading is told before anybody minds that there is nothing.
    if (this.#contents) mustHoldTexts(contents.whole);
    this.#files = files;
    this.#contents = contents;
    return contents;
  }

  /** What is known of a file once it is looked at; `null` of a new one that is still being written. */
  async #stateNow(file: string, how: 'changed' | 'anew'): Promise<KnownFile | null> {
    const before = this.#files.get(file);
    const { version, atRest } = await stateOf(path.join(this.#dir, file));
    if (how === 'changed' && before?.version === version) return before;
    if (atRest || (how === 'anew' && !before))
      return { version, reading: keepingGood(await this.#readFile(file), before?.reading) };
    this.#isBusy = true;
    return before ?? null;
  }

  async #readFile(file: string): Promise<Reading> {
    if (isForAll(file)) return this.#read(this.#dir, file);
    if (serverOf(file) === null)
      return { article: null, problems: [{ file, line: null, severity: 'left out', message: NO_SERVER }] };
    const { article, problems } = await this.#read(this.#dir, file);
    return { article: article && { ...article, id: pathInServer(article.id) }, problems };
  }
}

/** What tells a file from what it was before, and whether it has been left alone for a while. */
async function stateOf(full: string): Promise<{ version: string; atRest: boolean }> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(full);
    const age = Date.now() - mtimeMs;
    // A time well in the future is another machine's; it tells nothing.
    const atRest = age < -CLOCK_MS || age > REST_MS - CLOCK_MS;
    return { version: [size, mtimeMs, ctimeMs, ino].join(' '), atRest };
  } catch {
    // Reading it will tell why.
    return { version: '', atRest: true };
  }
}

/** A reading, with the text of the reading before where this one is faulty, and the same object where it is the same. */
function keepingGood(reading: Reading, before: Reading | undefined): Reading {
  if (!before?.article) return reading;
  if (isDeepStrictEqual(before.article, reading.article)) return { ...reading, article: before.article };
  // Who empties a text takes it back.
  const isFaulty = reading.problems.some(
    ({ severity, message }) => severity === 'left out' && message !== EMPTY,
  );
  if (reading.article !== null || !isFaulty) return reading;
  const problems = reading.problems.map((problem) => ({
    ...problem,
    message: `${problem.message}. ${KEPT}`,
  }));
  return { article: before.article, problems };
}

/** What stood in a corpus folder when it was read. */
export class Contents {
  /** Every text, whoever sees it, and what is wrong with any file. */
  readonly whole: Omit<Corpus, 'stamp'>;
  /** Ids of the servers that have files of their own, whether or not they can be read. */
  readonly servers: ReadonlySet<string>;
  readonly #dir: string;
  readonly #listing: Listing;
  readonly #readings: ReadonlyMap<string, Reading>;
  readonly #corpora = new Map<string | null, Corpus>();
  readonly #before: ReadonlyMap<string | null, Corpus>;

  constructor(
    dir: string,
    listing: Listing,
    readings: ReadonlyMap<string, Reading>,
    before: Contents | null,
  ) {
    this.#dir = dir;
    this.#listing = listing;
    this.#readings = readings;
    this.#before = before === null ? new Map() : before.#corpora;
    this.whole = {
      dir,
      articles: [...readings.values()].flatMap(({ article }) => article ?? []),
      problems: [...listing.problems, ...[...readings.values()].flatMap(({ problems }) => problems)].sort(
        byPlace,
      ),
    };
    const files = [...listing.files, ...listing.problems.map(({ file }) => file)];
    this.servers = new Set(files.flatMap((file) => serverOf(file) ?? []));
  }

  /** The texts that are seen in a server, or by all (`null`); what is wrong with other servers' files is not in it. */
  for(server: string | null): Corpus {
    const known = this.#corpora.get(server);
    if (known) return known;
    const corpus = this.#corpusOf((file) => isForAll(file) || (server !== null && serverOf(file) === server));
    const before = this.#before.get(server)?.articles ?? [];
    const stable = { ...corpus, articles: sameObjects(corpus.articles, before) };
    this.#corpora.set(server, stable);
    return stable;
  }

  #corpusOf(isSeen: (file: string) => boolean): Corpus {
    // What is for all comes first: where a server has a file of the same name, that one is named more exactly.
    const files = [...this.#readings.keys()].filter(isSeen).sort((a, b) => +isForAll(b) - +isForAll(a));
    const problems = this.#listing.problems.filter(({ file }: Problem) => isSeen(file));
    const readings = files.map((file) => this.#readings.get(file) as Reading);
    return corpusOf(this.#dir, { files, problems }, readings);
  }
}

/** The articles, each the object that it was before where nothing in it is different. */
function sameObjects(articles: readonly Article[], before: readonly Article[]): Article[] {
  const known = new Map(before.map((article) => [article.id, article]));
  return articles.map((article) => {
    const other = known.get(article.id);
    const keys = Object.keys(article) as (keyof Article)[];
    return other && keys.every((key) => other[key] === article[key]) ? other : article;
  });
}
