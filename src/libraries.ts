import { setTimeout as sleep } from 'node:timers/promises';
import type { Cache } from './cache.js';
import { type Contents, CorpusFolder } from './corpus/corpus-folder.js';
import { mustHoldTexts, READING, summaryWithHint, tellUnread } from './corpus/load.js';
import { describeProblems } from './corpus/problem.js';
import type { Corpus } from './corpus/read.js';
import { FolderWatch } from './corpus/watch.js';
import { reasonOf, UserError } from './errors.js';
import { Extractor } from './extraction/extractor.js';
import { createLibrary, type Library, nameOfQuestions, type Reloaded } from './library.js';
import type { Model } from './model/model.js';
import { cacheOf, type LibrarySettings, VECTORS } from './open-library.js';
import { progressOf, type Told } from './progress.js';
import { type How, Readings } from './readings.js';
import { keyOfVectors, type VectorOptions } from './search/vectors.js';
import { givesTurns } from './turns.js';

/** Sentences of the libraries of servers that are kept together, common ones counted in each: some 170 MB. */
const MAX_KEPT_SENTENCES = 50_000;

/** Nobody is kept waiting longer for a library that is being made: Discord drops a question after three seconds. */
const MAX_WAIT_MS = 2000;

/** The questions that are suggested are tried so long after a start: people's come first. */
const QUESTIONS_AFTER_MS = 3000;

/** Where texts come from, and what reads them. */
interface Source {
  readonly cache: Cache;
  readonly extractor: Extractor;
  readonly folder: CorpusFolder;
  readonly model: Promise<Model>;
}

/** The library of a server, and the texts it is made of. */
interface Kept {
  readonly corpus: Corpus;
  readonly library: Promise<Library>;
}

/**
 * The libraries of one corpus folder while it is in use: the one of what all see, and one for each server that has texts
 * of its own. What is read again takes their place once it can answer; who has been handed one goes on with it. They
 * share the networks, the articles and the vectors.
 */
export class Libraries {
  readonly #settings: LibrarySettings;
  readonly #told: Told;
  readonly #cache: Cache;
  readonly #extractor: Extractor;
  readonly #folder: CorpusFolder;
  /** Breaks off the making of vectors for a library that another takes the place of. */
  readonly #making = new Map<string | null, AbortController>();
  readonly #model: Promise<Model>;
  #contents: Contents;
  #common: Library;
  /** By server, those first that were asked for longest ago. */
  readonly #own = new Map<string, Kept>();
  #isWarm = false;
  #tidying: Promise<void> = Promise.resolve();
  #questionRuns = 0;
  #lines: ReadonlySet<string>;
  readonly #readings = new Readings((how) => this.#update(how));
  #watch: FolderWatch | null = null;

  /**
   * Reads a folder.
   *
   * @param model the networks, which may still be loading.
   * @throws UserError when there is no text to answer from.
   */
  static async open(settings: LibrarySettings, told: Told, model: Promise<Model>): Promise<Libraries> {
    const cache = cacheOf(settings, told);
    const extractor = new Extractor(cache, told.warn);
    const folder = new CorpusFolder(settings.corpusDir, extractor.read);
    const contents = await folder.read('anew', progressOf(told, READING));
    const lines = tellUnread(contents.whole, told.warn);
    mustHoldTexts(contents.whole);
    if (contents.whole.problems.length > 0) told.info(summaryWithHint(contents.whole));
    return new Libraries(settings, told, { cache, extractor, folder, model }, contents, lines);
  }

  private constructor(
    settings: LibrarySettings,
    told: Told,
    { cache, extractor, folder, model }: Source,
    contents: Contents,
    lines: ReadonlySet<string>,
  ) {
    this.#settings = settings;
    this.#told = told;
    this.#cache = cache;
    this.#extractor = extractor;
    this.#folder = folder;
    this.#model = model;
    this.#contents = contents;
    this.#lines = lines;
    this.#common = this.#libraryOf(null, contents.for(null));
  }

  /** The library of what all see, as it is now. */
  get common(): Library {
    return this.#common;
  }

  /**
   * The library for somebody in a server as it is now; for everybody else (`null`) that of what all see.
   *
   * @throws UserError when it is still being made.
   */
  async for(server: string | null): Promise<Library> {
    if (server === null || !this.#contents.servers.has(server)) return this.#common;
    const kept = this.#own.get(server) ?? this.#make(server, this.#contents.for(server));
    this.#keep(server, kept);
    return inTime(kept.library);
  }

  /**
   * Makes ahead what would otherwise be made when it is first asked for, also the libraries of servers as long as there
   * is room: their texts may take longer to read than Discord waits.
   */
  warmUp(): Promise<void> {
    this.#isWarm = true;
    return this.#readings.afterwards(async () => {
      await this.#common.warmUp();
      await this.#makeAhead(this.#contents);
      void this.makeQuestions();
      this.#tidy();
    });
  }

  /** Reads whatever changes in the folder from now on, until `close`. */
  async watch(): Promise<void> {
    const { corpusDir } = this.#settings;
    const cannot = () =>
      this.#told.warn(
        `The system cannot watch all of the folder ${corpusDir}, so a change in it may go unnoticed. Use /reload after a change.`,
      );
    this.#watch = await FolderWatch.start(corpusDir, () => void this.#readChanges(), cannot);
    // It may have changed since it was read.
    this.#watch.changed();
  }

  /**
   * Reads every text again. One reading follows another; all that are asked for meanwhile become one more.
   *
   * @throws UserError when the folder cannot be read, or holds no text any more; the texts of before go on answering.
   */
  reload(): Promise<void> {
    return this.#readings.read('anew');
  }

  /** Stops watching; what has been handed out goes on answering. */
  async close(): Promise<void> {
    await this.#watch?.close();
    for (const making of this.#making.values()) making.abort();
    await this.#tidying;
    await this.#cache.close();
  }

  async #readChanges(): Promise<void> {
    await this.#readings.read('changed').catch((error: unknown) => this.#tellWhy(error));
  }

  #tellWhy(error: unknown): void {
    const reason = error instanceof UserError ? error.message : `${reasonOf(error)}. ${KEPT}`;
    this.#told.warn(`The texts could not be read again: ${reason}`);
  }

  /** Reads the folder, makes libraries of what is different, and puts them in the place of those before. */
  async #update(how: How): Promise<void> {
    const before = this.#contents;
    const contents = await this.#folder
      .read(how, progressOf(this.#told, READING))
      .catch((error: unknown) => {
        throw error instanceof UserError ? new UserError(`${error.message} ${KEPT}`) : error;
      })
      .finally(() => this.#folder.isBusy && this.#watch?.changed());
    const isSame = sameTexts(contents.for(null), before.for(null));
    if (!isSame) {
      const common = this.#libraryOf(null, contents.for(null));
      if (this.#isWarm) await common.warmUp();
      this.#common = common;
    }
    if (this.#isWarm) await this.#makeAhead(contents);
    this.#contents = contents;
    for (const server of before.servers) if (!contents.servers.has(server)) this.#forget(server);
    for (const [server, { corpus }] of this.#own)
      if (!sameTexts(corpus, contents.for(server))) this.#own.delete(server);
    this.#lines = tellUnread(contents.whole, this.#told.warn, this.#lines);
    if (this.#isWarm) void this.makeQuestions();
    this.#tidy();
    if (how === 'anew' || !sameTexts(contents.whole, before.whole))
      this.#told.info(summaryWithHint(contents.whole));
  }

  /** Makes libraries for servers of some contents: for those that have one, and for others while there is room. */
  async #makeAhead(contents: Contents): Promise<void> {
    for (const server of contents.servers) {
      const kept = this.#own.get(server);
      if (!kept && this.#sentencesKept() + sentencesOf(contents.for(null)) > MAX_KEPT_SENTENCES) continue;
      const corpus = contents.for(server);
      if (kept && sameTexts(kept.corpus, corpus)) continue;
      const made = this.#make(server, corpus);
      await made.library;
      this.#keep(server, made);
    }
  }

  /** Makes the questions that are suggested, or takes those that are kept at once. */
  async makeQuestions(): Promise<void> {
    this.#questionRuns++;
    const run = this.#questionRuns;
    await this.#eachLibrary(run, ({ takeQuestions }) => takeQuestions());
    await sleep(QUESTIONS_AFTER_MS, undefined, { ref: false });
    await this.#eachLibrary(run, ({ makeQuestions }) => makeQuestions());
  }

  /** Does something with one library after another, until another run takes the place of this one. */
  async #eachLibrary(run: number, each: (library: Library) => Promise<void>): Promise<void> {
    for (const library of [this.#common, ...[...this.#own.values()].map((kept) => kept.library)]) {
      if (run !== this.#questionRuns) return;
      // Whoever asks is told what is wrong.
      await Promise.resolve(library)
        .then(each)
        .catch(() => {});
    }
  }

  #make(server: string, corpus: Corpus): Kept {
    const library = this.#libraryOf(server, corpus);
    const made = { corpus, library: library.warmUp().then(() => library) };
    made.library.catch(() => this.#own.get(server) === made && this.#own.delete(server));
    return made;
  }

  /** Keeps a library as the one that was asked for last, at the cost of others. */
  #keep(server: string, kept: Kept): void {
    this.#own.delete(server);
    this.#own.set(server, kept);
    for (const other of [...this.#own.keys()]) {
      if (this.#sentencesKept() <= MAX_KEPT_SENTENCES || other === server) break;
      this.#forget(other);
    }
  }

  /** Drops the library of a server. */
  #forget(server: string): void {
    this.#own.delete(server);
    this.#making.get(server)?.abort();
  }

  /** Drops from the cache what the texts as they are now have no use for. */
  #tidy(): void {
    this.#tidying = this.#tidying.then(() => this.#dropUnused());
  }

  async #dropUnused(): Promise<void> {
    const names = new Set(this.#extractor.namesOf(this.#folder.files));
    const turn = givesTurns();
    for (const article of this.#contents.whole.articles) {
      names.add(keyOfVectors(article));
      await turn();
    }
    for (const server of [null, ...this.#own.keys()])
      names.add(nameOfQuestions(this.#contents.for(server).stamp));
    await this.#cache.keepOnly(names);
  }

  #sentencesKept(): number {
    return [...this.#own.values()].reduce((sum, { corpus }) => sum + sentencesOf(corpus), 0);
  }

  #libraryOf(server: string | null, corpus: Corpus): Library {
    const library = createLibrary(corpus, {
      openModel: () => this.#model,
      vectors: this.#vectorOptions(server),
      others: this.#settings.others,
    });
    return { ...library, reload: () => this.#reloadFor(server) };
  }

  #vectorOptions(server: string | null): VectorOptions {
    this.#making.get(server)?.abort();
    const making = new AbortController();
    this.#making.set(server, making);
    const { waits } = this.#settings;
    return {
      cache: this.#cache,
      waits,
      signal: making.signal,
      onProgress: progressOf(this.#told, waits ? VECTORS : { ...VECTORS, ...MEANWHILE }),
    };
  }

  /** Reads all texts again, unless that was just done, and says what came of it, without anything that only others see. */
  async #reloadFor(server: string | null): Promise<Reloaded> {
    const { recent } = this.#readings;
    try {
      await (recent ?? this.reload());
    } catch (error) {
      if (!recent) this.#tellWhy(error);
      // The reason names folders of the machine, which whoever manages a server need not know.
      throw new UserError(`The texts could not be read again; the bot’s log says why. ${KEPT}`);
    }
    const { articles, problems } = this.#contents.for(server);
    const leftOut = problems.filter(({ severity }) => severity === 'left out');
    return {
      texts: articles.length,
      leftOut: leftOut.length,
      lines: describeProblems(leftOut),
      isRecent: recent !== null,
    };
  }
}

/** Work that takes a while, as it is told. */
const MEANWHILE = {
  meanwhile: 'Until then passages are found by their words alone.',
  end: 'Passages are found by what they mean, too, from now on.',
};

const KEPT = 'The texts that were there before go on answering.';

const sentencesOf = ({ articles }: Corpus): number =>
  articles.reduce((sum, { sentences }) => sum + sentences.length, 0);

/** Whether two readings gave the same articles; see `CorpusFolder.read`. */
const sameTexts = (a: Pick<Corpus, 'articles'>, b: Pick<Corpus, 'articles'>): boolean =>
  a.articles.length === b.articles.length && a.articles.every((article, i) => article === b.articles[i]);

/** @throws UserError after `MAX_WAIT_MS`. */
const inTime = (library: Promise<Library>): Promise<Library> =>
  Promise.race([
    library,
    sleep(MAX_WAIT_MS, undefined, { ref: false }).then(() => {
      throw new UserError('I am still reading the texts of this server. Ask again in a moment.');
    }),
  ]);
