import { readFileSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serialize } from 'node:v8';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CacheFolder } from '../src/cache.js';
import type { Article } from '../src/corpus/article.js';
import { loadArticles } from '../src/corpus/load.js';
import { readCorpus } from '../src/corpus/read.js';
import { ROOT } from '../src/data.js';
import { BUDGET } from '../src/extraction/budget.js';
import { Extractor } from '../src/extraction/extractor.js';
import { filesOfVersion } from '../src/extraction/version.js';
import { createFigureIndex, figuresIn } from '../src/figures/figure-index.js';
import type { Model } from '../src/model/model.js';
import { createQuoteIndex, quotationsIn } from '../src/quotes/quote-index.js';
import { windowsIn } from '../src/search/finder.js';
import { SentenceVectors, UNCACHED } from '../src/search/vectors.js';
import { articleOf } from './support/articles.js';
import { pdf } from './support/documents.js';
import { folderWith } from './support/folder.js';
import { sharedModel } from './support/model.js';
import { patient } from './support/patience.js';

/** A cache in a folder, and what it warns of. */
const cacheIn = (dir: string, warnings: string[] = []) =>
  new CacheFolder(dir, 'texts', (message) => warnings.push(message));

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

const BYTES = Buffer.from('what was made');

/** A page on which the state of drawing is kept so often that the library is busy with it for hours. */
const endlessPdf = () => pdf([[{ text: 'A green lamp.', x: 70, y: 700 }]], { drawn: 'q '.repeat(500_000) });

/** A page of blanks that unpacks to two gigabytes. */
function hugePdf(): Buffer {
  const megabyte = deflateRawSync(Buffer.alloc(1_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const drawn = `\x78\x9c${megabyte.toString('latin1').repeat(2000)}`;
  return pdf([[{ text: 'A green lamp.', x: 70, y: 700 }]], { drawn, filter: '/Filter /FlateDecode' });
}

const asIs = (bytes: Buffer) => bytes;

describe('the cache', () => {
  it('gives back what was put there, also to the next start, and nothing else', async () => {
    const dir = await folderWith({});
    await cacheIn(dir).put('a', BYTES);
    expect(await cacheIn(dir).get('a', asIs)).toEqual(BYTES);
    expect(await cacheIn(dir).get('b', asIs)).toBeNull();
    expect(await new CacheFolder(dir, 'other texts', () => {}).get('a', asIs)).toBeNull();
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'changed',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('gives nothing of what is %s, and says so once', async (_, broken) => {
    const dir = await folderWith({});
    const warnings: string[] = [];
    const cache = cacheIn(dir, warnings);
    for (const name of ['a', 'b']) await cache.put(name, BYTES);
    for (const file of await filesIn(dir)) await writeFile(file, broken(await readFile(file)));
    for (const name of ['a', 'b']) expect(await cache.get(name, asIs)).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/cannot be used.*made anew/)]);
  });

  it('says once that it cannot be written, and does without', async () => {
    const dir = await folderWith({ file: 'no folder' });
    const warnings: string[] = [];
    const cache = cacheIn(path.join(dir, 'file'), warnings);
    for (const name of ['a', 'b']) await cache.put(name, BYTES);
    expect(warnings).toEqual([expect.stringMatching(/cannot be written/)]);
  });

  it.runIf(process.platform === 'linux')('says so, too, where no folder can be made', async () => {
    const warnings: string[] = [];
    await cacheIn('/proc/no/such/folder', warnings).put('a', BYTES);
    expect(warnings).toEqual([expect.stringMatching(/cannot be written/)]);
  });

  it('makes all the folders that it is in', async () => {
    const dir = path.join(await folderWith({}), 'a', 'b', 'c');
    await cacheIn(dir, []).put('a', BYTES);
    expect(await cacheIn(dir).get('a', asIs)).toEqual(BYTES);
  });

  it('drops what was being written when a process was ended long ago, and nothing that is just being written', async () => {
    const dir = await folderWith({});
    await cacheIn(dir).put('a', BYTES);
    const [file = ''] = await filesIn(dir);
    for (const scratch of ['old', 'new']) await writeFile(`${file}.${scratch}.tmp`, 'half');
    await utimes(`${file}.old.tmp`, 0, 0);
    await cacheIn(dir).keepOnly(new Set());
    expect((await filesIn(dir)).map((one) => path.basename(one))).toEqual(['a.new.tmp']);
  });

  it('drops what is of no more use', async () => {
    const dir = await folderWith({});
    for (const name of ['a', 'b', 'c']) await cacheIn(dir).put(name, BYTES);
    await cacheIn(dir).keepOnly(new Set(['b']));
    expect((await filesIn(dir)).map((file) => path.basename(file))).toEqual(['b']);
  });
});

describe('texts that are read from the cache', () => {
  const QUIET = { warn: () => {}, info: () => {} };
  /** What is kept of an article, as far as it can be seen. */
  const madeOf = (article: Article) => [
    article,
    figuresIn(article),
    quotationsIn(article),
    windowsIn(article),
  ];

  it('are as they would be without, the first time and the second', async () => {
    const dir = await folderWith({});
    const plain = await readCorpus('corpus');
    for (const _ of ['first', 'again']) {
      const { read } = new Extractor(cacheIn(dir), expect.unreachable);
      const { articles, stamp } = await loadArticles('corpus', QUIET, read);
      expect(stamp).toBe(plain.stamp);
      expect(articles.map(madeOf)).toEqual(plain.articles.map(madeOf));
    }
  });

  it('are told by their content and their name', async () => {
    const cacheDir = await folderWith({});
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.', 'b.txt': 'The bridge is closed.' });
    const read = async () => {
      const { articles } = await readCorpus(dir, new Extractor(cacheIn(cacheDir), expect.unreachable).read);
      return articles.map(({ id, text }) => [id, text]);
    };
    expect(await read()).toEqual([
      ['a', 'The bridge is closed.'],
      ['b', 'The bridge is closed.'],
    ]);
    await writeFile(path.join(dir, 'b.txt'), 'The bridge is open.');
    expect(await read()).toEqual([
      ['a', 'The bridge is closed.'],
      ['b', 'The bridge is open.'],
    ]);
  });

  it.each([
    ['no such value', Buffer.from('no value')],
    ['another value', serialize({ other: true })],
  ])('are made anew where the cache holds %s in their place', async (_, bytes) => {
    const cacheDir = await folderWith({});
    const dir = await folderWith({ 'a.txt': 'The bridge is closed.' });
    const read = (warnings: string[]) =>
      readCorpus(dir, new Extractor(cacheIn(cacheDir, warnings), (message) => warnings.push(message)).read);
    const { articles } = await read([]);
    for (const file of await filesIn(cacheDir)) await cacheIn(cacheDir).put(path.basename(file), bytes);
    const warnings: string[] = [];
    expect((await read(warnings)).articles).toEqual(articles);
    expect(warnings).toEqual([expect.stringMatching(/cannot be used.*made anew/)]);
    expect((await read([])).articles).toEqual(articles);
  });

  it('are read without what takes too long, which is told, and not waited for at the next start', async () => {
    const cacheDir = await folderWith({});
    const dir = await folderWith({ 'a.pdf': endlessPdf(), 'b.txt': 'The bridge is closed.' });
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const budget = { ...BUDGET, slowMs: patient(2000), longestMs: patient(4000) };
    const hurried = new Extractor(cacheIn(cacheDir), warn, budget);
    // The second has all the time there is.
    for (const { read } of [hurried, new Extractor(cacheIn(cacheDir), expect.unreachable)]) {
      const { articles, problems } = await readCorpus(dir, read);
      expect(articles.map(({ id }) => id)).toEqual(['b']);
      expect(problems).toEqual([
        expect.objectContaining({ file: 'a.pdf', message: expect.stringMatching(/took too long/) }),
      ]);
    }
    expect(warnings).toEqual([expect.stringMatching(/^a\.pdf takes long to read/)]);
  });

  it('are read without what takes too much memory, which is told', async () => {
    const dir = await folderWith({ 'a.pdf': hugePdf(), 'b.txt': 'The bridge is closed.' });
    const cache = cacheIn(await folderWith({}));
    const { read } = new Extractor(cache, expect.unreachable, { ...BUDGET, mostBytes: 400_000_000 });
    const { articles, problems } = await readCorpus(dir, read);
    expect(articles.map(({ id }) => id)).toEqual(['b']);
    expect(problems).toEqual([
      expect.objectContaining({ file: 'a.pdf', message: expect.stringMatching(/too much memory/) }),
    ]);
  });

  it('keep what is wrong with them', async () => {
    const cacheDir = await folderWith({});
    const dir = await folderWith({ 'a.md': '---\ntitle: [\n---\nIt rained.', 'b.docx': 'no document' });
    const plain = await readCorpus(dir);
    expect(plain.problems).not.toEqual([]);
    for (const _ of ['first', 'again']) {
      const { read } = new Extractor(cacheIn(cacheDir), expect.unreachable);
      expect((await readCorpus(dir, read)).problems).toEqual(plain.problems);
    }
  });

  it('name the article that is in use, where texts of one title are told apart', async () => {
    const dir = await folderWith({
      'a/news.txt': '“We will go on,” said Anna Berg. She has 12 ships.',
      'b/news.txt': 'It rained.',
    });
    const { articles } = await readCorpus(
      dir,
      new Extractor(cacheIn(await folderWith({})), expect.unreachable).read,
    );
    const [article] = articles as readonly [Article];
    expect(article.distinction).toBe('a');
    expect((await createFigureIndex([article])).find().map((figure) => figure.article)).toEqual([article]);
    expect((await createQuoteIndex([article])).find().map((quotation) => quotation.article)).toEqual([
      article,
    ]);
    expect(windowsIn(article).map(({ window }) => window.article)).toEqual([article]);
  });
});

/** A source file with all that it imports, types aside. */
function importedBy(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:im|ex)port (?!type )[^;]*?from '(\.[^']+)\.js'/gm);
  for (const [, name = ''] of imports) importedBy(path.join(path.dirname(file), `${name}.ts`), known);
  return known;
}

it('what extraction imports, and what is installed, decide whether an extract is kept', () => {
  const files = filesOfVersion().map((file) => path.relative(ROOT, file));
  const imported = [...importedBy('src/extraction/extract.ts')];
  const compiled = imported.map((file) => path.join('dist', file.replace(/ts$/, 'js')));
  expect(compiled.length).toBeGreaterThan(100);
  expect(compiled.filter((file) => !files.includes(file))).toEqual([]);
  expect(files).toContain(path.join('node_modules', '.package-lock.json'));
});

describe('the vectors of sentences', async () => {
  const model = await sharedModel();
  const QUESTION = 'Is the bridge open?';
  const ARTICLES = ['The bridge is closed. It rained.', 'The bridge is open.'].map((text) => articleOf(text));

  /** A model that counts the texts it is given. */
  const counting = () => {
    const counts = { encoded: 0 };
    const counted: Model = {
      ...model,
      encode: (texts) => {
        counts.encoded += texts.length;
        return model.encode(texts);
      },
    };
    return { counts, counted };
  };
  /** The same articles as objects that nobody has seen before. */
  const anew = () => ARTICLES.map((article) => ({ ...article, sentences: [...article.sentences] }));

  it('are made once, and kept', async () => {
    const options = { ...UNCACHED, cache: cacheIn(await folderWith({})) };
    const { counts, counted } = counting();
    const texts = anew();
    const first = await (await SentenceVectors.open(texts, counted, options)).compare(QUESTION);
    expect(counts.encoded).toBe(3);
    for (const articles of [texts, anew()]) {
      const vectors = await SentenceVectors.open(articles, counted, options);
      expect(await vectors.compare(QUESTION)).toEqual(first);
    }
    expect(counts.encoded).toBe(3);
  });

  it.each([
    ['no such value', Buffer.from('no value')],
    ['those of another text', serialize({ values: new Int8Array(384), scales: new Float32Array(1) })],
  ])('are made anew where the cache holds %s in their place', async (_, bytes) => {
    const cacheDir = await folderWith({});
    const warnings: string[] = [];
    const options = { ...UNCACHED, cache: cacheIn(cacheDir, warnings) };
    const first = await (await SentenceVectors.open(anew(), model, options)).compare(QUESTION);
    for (const file of await filesIn(cacheDir)) await options.cache.put(path.basename(file), bytes);
    const { counts, counted } = counting();
    const again = await SentenceVectors.open(anew().slice(0, 1), counted, options);
    expect(await again.compare(QUESTION)).toEqual({ ...first, cosines: first.cosines.slice(0, 2) });
    expect(counts.encoded).toBe(2);
    expect(warnings).toEqual([expect.stringMatching(/cannot be used.*made anew/)]);
  });

  it('are made of single sentences when they are needed before all are there', async () => {
    const whole = await SentenceVectors.open(anew(), model, UNCACHED);
    const all = await whole.compare(QUESTION);
    const stopped = new AbortController();
    stopped.abort();
    const articles = anew();
    const vectors = await SentenceVectors.open(articles, model, {
      ...UNCACHED,
      waits: false,
      signal: stopped.signal,
    });
    const { cosines } = await vectors.compare(QUESTION);
    expect([...cosines]).toEqual([0, 0, 0]);
    await vectors.complete([{ article: articles[1] as Article, sentence: 0 }], QUESTION, cosines);
    expect([...cosines]).toEqual([0, 0, all.cosines[2]]);
  });
});
