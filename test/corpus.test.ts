import { createHash } from 'node:crypto';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadArticles } from '../src/corpus/load.js';
import { describeProblem, parseArticle, readCorpus } from '../src/corpus/read.js';
import { articleOf } from './support/articles.js';
import { folderWith } from './support/folder.js';

const FIELDS = 'title, source, publisher, author, date, url, language';

/** The faults of a file as `line: message`. */
function faultsOf(content: string): string[] {
  const faults = parseArticle('a.txt', content);
  if (!Array.isArray(faults)) throw new Error('no fault');
  return faults.map(({ line, message }) => `${line}: ${message}`);
}

describe('front matter', () => {
  it('gives what the file gives, and null for the rest', () => {
    const article = articleOf(
      '---\ntitle: Harbour Notes\npublisher: "The Harbour Post"\ndate: 2020-02-29\n---\nIt rained.\n',
    );
    expect(article).toMatchObject({
      title: 'Harbour Notes',
      titleGiven: true,
      publisher: 'The Harbour Post',
      date: '2020-02-29',
      source: null,
      author: null,
      url: null,
      language: null,
      text: 'It rained.\n',
    });
  });

  it('knows every field', () => {
    const head =
      'title: T\nsource: s.txt\npublisher: P\nauthor: A\ndate: 2020\nurl: https://example.org/a\nlanguage: pt-BR';
    expect(articleOf(`---\n${head}\n---\nIt rained.`)).toMatchObject({
      title: 'T',
      source: 's.txt',
      publisher: 'P',
      author: 'A',
      date: '2020',
      url: 'https://example.org/a',
      language: 'pt-BR',
    });
  });

  it.each(['2020', '2020-02', '2020-02-29', '"2020"'])('takes the date %s', (date) => {
    expect(articleOf(`---\ndate: ${date}\n---\nIt rained.`).date).toBe(date.replaceAll('"', ''));
  });

  it.each([
    ['title:\nurl: null', { titleGiven: false, url: null }],
    ['', { titleGiven: false }],
    ['# only a comment', { titleGiven: false }],
  ])('counts an empty field as missing: %j', (head, expected) => {
    expect(articleOf(`---\n${head}\n---\nIt rained.`)).toMatchObject({ title: 'It rained.', ...expected });
  });

  const date = 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD';
  const url = 'expected a web address that begins with http:// or https://';
  const text = 'expected text; put it in quotes if it looks like a number or a date';
  const language = 'expected a language tag such as en or pt-BR (BCP 47)';
  it.each([
    ['titel: Harbour', `2: unknown field "titel"; allowed are ${FIELDS}`],
    ['title: A\nTitle: B', `3: unknown field "Title"; allowed are ${FIELDS}`],
    ['__proto__: B', `2: unknown field "__proto__"; allowed are ${FIELDS}`],
    ['title: [a, b]', `2: field "title": ${text}`],
    ['title: 1984', `2: field "title": ${text}`],
    ['author:\n  first: Ann', `2: field "author": ${text}`],
    ['title: "  "', '2: field "title": is empty'],
    ['date: ""', `2: field "date": ${date}`],
    ['title: A\n\ndate: 9 January 2017', `4: field "date": ${date}`],
    ['date: 2017-02-30', `2: field "date": ${date}`],
    ['date: 2017-13', `2: field "date": ${date}`],
    ['date: [2017]', `2: field "date": ${date}`],
    ['url: example.org', `2: field "url": ${url}`],
    ['url: javascript:alert(1)', `2: field "url": ${url}`],
    ['language: plain English', `2: field "language": ${language}`],
  ])('%j: line, field and what is allowed', (head, fault) => {
    expect(faultsOf(`---\n${head}\n---\nIt rained.`)).toEqual([fault]);
  });

  it('names every fault, each with its line', () => {
    expect(faultsOf('---\ncolour: red\ndate: soon\nsize: 3\n---\nIt rained.')).toEqual([
      `3: field "date": ${date}`,
      `2: unknown field "colour"; allowed are ${FIELDS}`,
      `4: unknown field "size"; allowed are ${FIELDS}`,
    ]);
  });

  it.each([
    ['title: a: b', '2: front matter: '],
    ['date: 2017\ntitle: a\ntitle: b', '4: front matter: '],
    ['title: {', '2: front matter: '],
    ['title: *other', '2: front matter: "*other" is an alias'],
    ['source: &a x\ntitle: *a', '3: front matter: "*a" is an alias'],
    ['- title', '2: the front matter must be lines of the form "field: value"'],
    ['just words', '2: the front matter must be lines of the form "field: value"'],
  ])('YAML that is broken or no list of fields: %j', (head, fault) => {
    const [first] = faultsOf(`---\n${head}\n---\nIt rained.`);
    expect(first?.slice(0, fault.length)).toBe(fault);
  });

  it('is too long, however it is filled', () => {
    const head = Array.from({ length: 100_000 }, (_, i) => `field${i}: value`).join('\n');
    expect(faultsOf(`---\n${head}\n---\nIt rained.`)).toEqual([
      `1: the front matter has ${head.length + 1} characters, more than the 10000 it may have`,
    ]);
  });

  it.each([
    '---',
    '---\n',
    '---\ntitle: A\n',
    '---\ntitle: A\n----\nIt rained.',
    '---\nIt rained --- a lot.',
  ])('is not closed: %j', (content) => {
    expect(faultsOf(content)).toEqual([
      '1: the front matter is not closed; add a line --- after its last field',
    ]);
  });

  it.each(['---\ntitle: A\n---', '---\ntitle: A\n---\n', '---\n---\n \n\t\n'])(
    'without a text: %j',
    (content) => {
      expect(faultsOf(content)).toEqual(['null: the article is empty; give it a text or remove the file']);
    },
  );

  it.each([
    ['opens in the first line only', '\n---\ntitle: A\n---\nIt rained.'],
    ['opens with three dashes', '----\ntitle: A\n---\nIt rained.'],
  ])('%s, else all is body', (_, content) => {
    expect(articleOf(content)).toMatchObject({ text: content, titleGiven: false });
  });

  it('is closed by a line of its own, whatever else a value holds', () => {
    const article = articleOf('---\ntitle: "A \u2028---\u2028 B"\n---\n\u2028It rained.');
    expect(article).toMatchObject({ title: 'A \u2028---\u2028 B', text: '\u2028It rained.' });
  });
});

describe('the body', () => {
  it.each([
    ['a file without front matter is all body', '  \n\tIt rained. \n\n', '  \n\tIt rained. \n\n'],
    ['it begins right after the closing line', '---\n---\n\n It rained.', '\n It rained.'],
    ['a rule below is text', '---\n---\nIt rained.\n---\nIt poured.', 'It rained.\n---\nIt poured.'],
    ['CRLF becomes LF', '---\r\ntitle: A\r\n---\r\nIt\r\nrained.\r\n', 'It\nrained.\n'],
    ['a lone CR becomes LF', 'It\rrained.\r\r\n', 'It\nrained.\n\n'],
    [
      'nothing else is touched',
      '“It’s” — ﬁne\u00a0… e\u0301\u2028\ufeff',
      '“It’s” — ﬁne\u00a0… e\u0301\u2028\ufeff',
    ],
  ])('%s', (_, content, body) => {
    expect(articleOf(content).text).toBe(body);
  });

  it('gives its opening words where there is no title', () => {
    expect(articleOf('\n# Harbour news\n\nIt rained.', 'a.md')).toMatchObject({
      title: 'Harbour news',
      titleGiven: false,
    });
    const long = articleOf(`${'rain and '.repeat(20)}\nsun`);
    expect(long.text.startsWith(long.title)).toBe(true);
    expect(long.title).toMatch(/^(rain and )+rain( and)?$/);
    expect(long.title.length).toBeLessThanOrEqual(60);
    expect(articleOf('🙂'.repeat(100)).title).toMatch(/^(🙂)+$/u);
  });
});

/** A corpus with these files beside a good one, which must load all the same. */
async function corpusWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const corpus = await readCorpus(await folderWith({ 'good.txt': 'It rained.', ...files }));
  expect(corpus.articles.map(({ id }) => id)).toContain('good');
  return corpus;
}

describe('a folder', () => {
  it.each([
    ['empty', '', /^bad\.md: the article is empty/],
    ['white space', ' \n\n', /^bad\.md: the article is empty/],
    ['not UTF-8', Buffer.from('caf\xe9', 'latin1'), /^bad\.md: is not valid UTF-8/],
    ['binary', Buffer.from('GIF89a\0\0'), /^bad\.md: holds a NUL byte/],
    ['UTF-16', Buffer.from('\ufeffIt rained.', 'utf16le'), /^bad\.md: holds a NUL byte, .*UTF-16/],
    ['UTF-16 of no Latin letter', Buffer.from('\ufeff他来了', 'utf16le'), /^bad\.md: is not valid UTF-8/],
    ['a wrong field', '---\ntitle: A\nsize: 3\n---\nIt rained.', /^bad\.md:3: unknown field "size"/],
  ])('a file that is faulty is named: %s', async (_, content, problem) => {
    const { articles, problems } = await corpusWith({ 'bad.md': content });
    expect(articles).toHaveLength(1);
    expect(problems.map(describeProblem)).toEqual([expect.stringMatching(problem)]);
  });

  it('a file of 50 MB is named with its size', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.', 'big.txt': 'It' });
    await truncate(path.join(dir, 'big.txt'), 50_000_000);
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(describeProblem)).toEqual([
      expect.stringMatching(/^big\.txt: has 50000000 bytes, more than the 10000000 /),
    ]);
  });

  it('a link to nowhere is named, a link to a file is read', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.' });
    await symlink('nowhere', path.join(dir, 'dangling.md'));
    await symlink('good.txt', path.join(dir, 'linked.md'));
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good', 'linked']);
    expect(problems.map(describeProblem)).toEqual([expect.stringMatching(/^dangling\.md: cannot be read: /)]);
  });

  it('a folder called x.md is a folder', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.', 'x.md/inner.txt': 'It poured.' });
    await mkdir(path.join(dir, 'empty.md'));
    const { articles, problems } = await readCorpus(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good', 'x.md/inner']);
    expect(problems).toEqual([]);
  });

  it('two files with one id are an error that names both', async () => {
    const { articles, problems } = await corpusWith({
      'news/rain.md': 'It rained a lot.',
      'news/rain.txt': 'It rained a little.',
    });
    expect(articles.map(({ id }) => id)).toEqual(['good', 'news/rain']);
    expect(problems.map(describeProblem)).toEqual([
      'news/rain.txt: has the same id "news/rain" as news/rain.md; rename one of the two',
    ]);
  });

  it('ids are paths without the extension, sorted; other files are named', async () => {
    const { articles, ignored, problems } = await corpusWith({
      'b/c/Deep.MD': '# Deep\n\nIt rained.',
      'a b.v2.txt': 'It rained.',
      'README.md': 'How to add texts.',
      'b/README.md': 'More of it.',
      '.hidden.md': 'It rained.',
      '.git/x.md': 'It rained.',
      'notes.pdf': 'x',
      'b/noextension': 'x',
    });
    expect(articles.map(({ id }) => id)).toEqual(['a b.v2', 'b/c/Deep', 'good']);
    expect(articles[1]?.paragraphs[0]?.kind).toBe('heading');
    expect(ignored).toEqual(['.git', '.hidden.md', 'README.md', 'b/README.md', 'b/noextension', 'notes.pdf']);
    expect(problems).toEqual([]);
  });

  it('drops the mark of byte order, before front matter too', async () => {
    const { articles } = await corpusWith({
      'bom.txt': '\ufeffIt rained.',
      'head.txt': '\ufeff---\ntitle: A\n---\nIt rained.',
    });
    expect(articles).toMatchObject([{ id: 'bom', text: 'It rained.' }, { id: 'good' }, { title: 'A' }]);
  });

  it('has a stamp that changes when a text does', async () => {
    const stampOf = async (files: Record<string, string>) => (await corpusWith(files)).stamp;
    const stamp = await stampOf({ 'a.txt': 'It rained.' });
    expect(stamp).toMatch(/^[\w-]{6}$/);
    expect(await stampOf({ 'a.txt': 'It rained.' })).toBe(stamp);
    expect(await stampOf({ 'a.txt': 'It rained' })).not.toBe(stamp);
    expect(await stampOf({ 'b.txt': 'It rained.' })).not.toBe(stamp);
  });

  it('that is not there, or a file, is an error that says what to set', async () => {
    const dir = await folderWith({ 'good.txt': 'It rained.' });
    for (const folder of ['none', 'good.txt']) {
      const missing = path.join(dir, folder);
      await expect(readCorpus(missing)).rejects.toThrow(
        /^The corpus folder .* cannot be read: .*CORPUS_DIR or --corpus/,
      );
    }
  });

  it('without an article is nothing to answer from; each fault is told', async () => {
    const warnings: string[] = [];
    const dir = await folderWith({ 'bad.md': '' });
    await expect(loadArticles(dir, (warning) => warnings.push(warning))).rejects.toThrow('holds no article');
    expect(warnings).toEqual([expect.stringMatching(/^bad\.md: /)]);
  });
});

describe('the shipped corpus', async () => {
  const corpus = await readCorpus('corpus');

  it('has no faults', () => {
    expect(corpus.problems.map(describeProblem)).toEqual([]);
    expect(corpus.ignored).toEqual([]);
  });

  it('has the two articles, with what is known of them and no more', () => {
    const unknown = { publisher: null, author: null, date: null, url: null, language: null };
    expect(corpus.articles).toMatchObject([
      {
        id: 'one-million-jobs',
        title: 'President-elect Donald Trump met Jack Ma, the founder and',
        titleGiven: false,
        source: '004_2d88f58ca304c8c8.txt',
        ...unknown,
      },
      {
        id: 'us-jobs-program',
        title: 'Trump Discusses Potential US Jobs Program with Alibaba CEO Jack Ma',
        titleGiven: true,
        source: '000_3a7420d63caa0189.txt',
        ...unknown,
      },
    ]);
  });

  /** SHA-256 of the bodies as they were given. */
  it.each([
    ['one-million-jobs', '2ce39a443db030e951e474bc2e245585ce81b71d7d161154b0dd38b94f1f95cd'],
    ['us-jobs-program', 'c31c944fbef621edf4dff7cefe5810d9d43bc891f51483fd1e5a0818f8049997'],
  ])('holds %s byte for byte', (id, sha256) => {
    const text = corpus.articles.find((article) => article.id === id)?.text ?? '';
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  });

  it('tells headings from sentences', () => {
    const headings = corpus.articles.flatMap(({ text, paragraphs }) =>
      paragraphs.filter((p) => p.kind !== 'body').map((p) => `${p.kind} ${text.slice(p.start, p.end)}`),
    );
    expect(headings).toEqual([
      'heading Alibaba’s Focus for the American Mid-West',
      'heading Trump Thrilled With Ma',
      'heading Trump Discusses Potential US Jobs Program with Alibaba CEO Jack Ma',
    ]);
  });
});
