/** The texts of a folder as the bot sees them, for the page's second tab. */

import path from 'node:path';
import { Answerer } from '../src/answer/answerer.js';
import { type Indexed, indexed } from '../src/answer/indexed.js';
import type { Cache } from '../src/cache.js';
import type { Article, Paragraph } from '../src/corpus/article.js';
import { nameOf, provenanceOf } from '../src/corpus/citation.js';
import { CorpusFolder } from '../src/corpus/corpus-folder.js';
import { summaryOf } from '../src/corpus/load.js';
import type { Corpus } from '../src/corpus/read.js';
import { UserError } from '../src/errors.js';
import { Extractor } from '../src/extraction/extractor.js';
import type { Figure } from '../src/figures/figure.js';
import { figuresIn } from '../src/figures/figure-index.js';
import { type Model, openModel } from '../src/model/model.js';
import { cacheOf, type LibrarySettings } from '../src/open-library.js';
import type { Quotation } from '../src/quotes/quotation.js';
import { quotationsIn } from '../src/quotes/quote-index.js';
import type { Span } from '../src/text/span.js';
import { explain } from './explain.js';
import type { BlockView, CorpusView, Explanation, Mark, Segment, TextView } from './protocol.js';

/** The folder's texts with what questions are looked up with. */
interface Answering {
  readonly corpus: Corpus;
  readonly index: Indexed;
  readonly answerer: Answerer;
}

/** What goes wrong with the cache is told by the bot, which has the same. */
const told = { warn: () => {}, info: () => {} };

export class CorpusReader {
  readonly #folder: CorpusFolder;
  readonly #settings: Omit<LibrarySettings, 'waits'>;
  readonly #cache: Cache;
  readonly #open: () => Promise<Model>;
  #hasRead = false;
  #model: Promise<Model> | undefined;
  #answering: Promise<Answering> | undefined;
  #reading: Promise<Corpus> | undefined;

  /** @param open opens the networks, when the first question is asked. */
  constructor(
    settings: Omit<LibrarySettings, 'waits'>,
    open = () => openModel(settings.modelThreads ?? undefined),
  ) {
    this.#settings = settings;
    this.#open = open;
    this.#cache = cacheOf({ ...settings, waits: true }, told);
    this.#folder = new CorpusFolder(settings.corpusDir, new Extractor(this.#cache, told.warn).read);
  }

  /** All texts and what is wrong with files, as the folder is now. */
  async overview(): Promise<CorpusView> {
    this.#reading = this.#read();
    const corpus = await this.#reading;
    return {
      summary: `${path.resolve(this.#settings.corpusDir)}: ${summaryOf(corpus)}`,
      texts: corpus.articles.map((article) => ({
        id: article.id,
        title: nameOf(article),
        about: aboutOf(article),
      })),
      problems: corpus.problems.map(({ file, line, severity, message }) => ({
        file,
        line,
        severity,
        message,
      })),
    };
  }

  /** @throws UserError when there is no such text. */
  async text(id: string): Promise<TextView> {
    const { articles } = await this.#corpus();
    const article = articles.find((one) => one.id === id);
    if (!article) throw new UserError(`There is no text “${id}”.`);
    const marks = [...marksOfQuotations(article), ...marksOfFigures(article)];
    const blocks = article.paragraphs.map((block) => blockView(article, block, marks));
    return { id, title: nameOf(article), about: aboutOf(article), blocks };
  }

  async explain(question: string): Promise<Explanation> {
    const { index, answerer } = await this.#toAnswer();
    return explain(index, answerer, question);
  }

  async close(): Promise<void> {
    await (await this.#model)?.close();
    await this.#cache.close();
  }

  #corpus(): Promise<Corpus> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read(): Promise<Corpus> {
    // What is being written is left for later, but for the first time.
    const how = this.#hasRead ? 'changed' : 'anew';
    this.#hasRead = true;
    return (await this.#folder.read(how)).for(null);
  }

  /** What questions are looked up with, made when the first is asked and anew when the texts have changed. */
  async #toAnswer(): Promise<Answering> {
    const corpus = await this.#corpus();
    const before = await this.#answering;
    if (before?.corpus.stamp === corpus.stamp) return before;
    this.#answering = this.#index(corpus);
    return this.#answering;
  }

  async #index(corpus: Corpus): Promise<Answering> {
    this.#model ??= this.#open();
    const vectors = { cache: this.#cache, waits: true, onProgress: () => {} };
    const index = await indexed(corpus.articles, await this.#model, vectors);
    return { corpus, index, answerer: new Answerer(index) };
  }
}

const aboutOf = (article: Article): string =>
  [...provenanceOf(article), `${article.words} words`, article.id].join(' · ');

interface Marked extends Span {
  readonly mark: Mark;
}

const marksOfQuotations = (article: Article): Marked[] =>
  quotationsIn(article).map(({ item }) => ({
    start: item.start,
    end: item.end,
    mark: {
      kind: 'quotation',
      words: article.text.slice(item.start, item.end),
      about: saidBy({ ...item, article }),
    },
  }));

function saidBy({ speaker, cue }: Quotation): string {
  if (speaker === null) return 'the text does not tell who says it';
  const as = speaker.text === speaker.name ? '' : ` (“${speaker.text}”)`;
  return `${speaker.name}${as}${cue ? `, by “${cue.text}”` : ''}`;
}

const marksOfFigures = (article: Article): Marked[] =>
  figuresIn(article).map(({ item }) => ({
    start: item.start,
    end: item.end,
    mark: { kind: 'figure', words: article.text.slice(item.start, item.end), about: meant(item) },
  }));

function meant({ value, unit, change, of, holder, scope, time }: Omit<Figure, 'article'>): string {
  const number = typeof value === 'number' ? value : value.join(' to ');
  const parts = { of, holder, scope, time };
  const named = Object.entries(parts).flatMap(([name, words]) =>
    words === null ? [] : [`${name}: ${words}`],
  );
  return [`${change} ${number}${unit && ` ${unit}`}`, ...named].join(' · ');
}

function blockView({ text }: Article, block: Paragraph, all: readonly Marked[]): BlockView {
  const { kind, level, number, line } = block;
  const marked = all.filter(({ start, end }) => start < block.end && end > block.start);
  return {
    ...{ kind, level, number, line },
    segments: segmentsOf(text, block, marked),
    marks: marked.map(({ mark }) => mark),
  };
}

/** A block cut wherever something marked begins or ends. */
function segmentsOf(text: string, block: Span, marked: readonly Span[]): Segment[] {
  const within = (at: number) => Math.min(Math.max(at, block.start), block.end);
  const cuts = [block.start, block.end, ...marked.flatMap(({ start, end }) => [within(start), within(end)])];
  const places = [...new Set(cuts)].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] as number;
    const marks = marked.flatMap(({ start, end }, n) => (start <= from && end >= to ? [n] : []));
    return { text: text.slice(from, to), marks };
  });
}
