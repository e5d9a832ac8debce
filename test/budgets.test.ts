import { symlink } from 'node:fs/promises';
import path from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import type { Article, Paragraph } from '../src/corpus/article.js';
import { readDocx } from '../src/corpus/formats/docx.js';
import { readHtml } from '../src/corpus/formats/html.js';
import { pageTree } from '../src/corpus/formats/page-tree.js';
import { describeProblems } from '../src/corpus/problem.js';
import { parseArticle, readArticle, readCorpus } from '../src/corpus/read.js';
import { findSource } from '../src/corpus/sources.js';
import { escapeMarkdown } from '../src/discord/escape.js';
import { formsOf, termsOf } from '../src/english/terms.js';
import { UserError } from '../src/errors.js';
import { MAX_SENTENCE_LENGTH } from '../src/limits.js';
import { quotationsOf } from '../src/quotes/extract.js';
import { holdsPhrase } from '../src/search/phrase.js';
import { fold } from '../src/text/fold.js';
import { articleOf } from './support/articles.js';
import { docx, paragraph } from './support/documents.js';
import { folderWith } from './support/folder.js';

const LENGTH = 100_000;
const long = (motif: string): string => motif.repeat(LENGTH / motif.length);

describe('a sentence has an end', () => {
  it.each<[file: string, what: string, content: string]>([
    ['a.txt', 'words without a full stop', long('and we went on with it ')],
    ['a.txt', 'words and commas', long('we went on, and on, ')],
    ['a.txt', 'one word', long('a')],
    ['a.txt', 'characters of two units', long('🙂')],
    ['a.txt', 'verse that goes on', `The sea${long('\nand the sea came to us')}`],
    ['a.txt', 'ideographs', long('他们说他们来了')],
    ['a.md', 'a heading', `# ${long('and on ')}\n\nText.`],
    ['a.md', 'a line of code', `    ${long('let it = be; ')}`],
    ['a.csv', 'a row', `name,text\nMa,${long('and on ')}\nBerg,and off\n`],
    ['a.csv', 'a row of many cells', `name,text\n${long('5 jobs,')}\nBerg,and off\n`],
  ])('%s: %s', (file, _, content) => {
    const { text, sentences } = articleOf(content, file);
    const words = sentences.map(({ start, end }) => text.slice(start, end));
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(MAX_SENTENCE_LENGTH);
    expect(words.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    for (const each of words) expect(each).not.toMatch(/\p{Cs}/u);
  });

  it('behind a word and a mark where there is one, and no sooner than it must', () => {
    const { text, sentences } = articleOf(long('we went on, and so did they all of that long day '));
    const words = sentences.map(({ start, end }) => text.slice(start, end));
    for (const each of words.slice(0, -1)) expect(each).toMatch(/ on,$/);
    for (const each of words.slice(0, -1)) expect(each.length).toBeGreaterThan(MAX_SENTENCE_LENGTH / 2);
  });
});

describe('a run of marks on one letter', () => {
  it.each([
    ['', long('\u0301\u0310\u0323')],
    ['of a script without spaces', long('\u0303\u0323')],
  ])('%s is never put in order', (_, marks) => {
    const normalize = vi.spyOn(String.prototype, 'normalize');
    const word = `Mo${marks}n`;
    expect(fold(word)).toBe('mon');
    expect(formsOf(word)[0]).toMatch(/^mo/);
    termsOf(`${word} was there`);
    const normalized = normalize.mock.contexts.map(String);
    normalize.mockRestore();
    for (const text of normalized) expect(text).not.toMatch(/\p{M}{9}/u);
  });

  it('and the letters are told as before', () => {
    expect(fold('Crème BRU\u0302LE\u0301E ﬁn Việt ｶﾞ İ')).toBe('creme brulee fin viet カ i');
  });
});

describe('nesting has an end', () => {
  const depthOf = (html: string): number => {
    let deepest = 0;
    const rest: [node: object, depth: number][] = [[pageTree(html), 0]];
    for (let next = rest.pop(); next; next = rest.pop()) {
      const [node, depth] = next;
      deepest = Math.max(deepest, depth);
      if ('children' in node) for (const child of node.children as object[]) rest.push([child, depth + 1]);
    }
    return deepest;
  };

  it.each([
    ...['<div>', '<li><dd>', '<dt><li>', '<optgroup>', '<rt>', '<rt><rp>', '<div a="<">', '<div <>'],
    ...['<div><object></div>', '<span><div></span>', '<b><div></b>', '<table><tr><td>', '<ul><li>'],
  ])('of a page: %s', (tags) => {
    expect(depthOf(long(tags))).toBeLessThan(1100);
    expect(depthOf(`<svg>${long(tags)}`)).toBeLessThan(1100);
  });

  it.each(['<tr>', '<td>', '<link>', '<p>', '<option>'])('of a drawing: %s', (tags) => {
    expect(depthOf(`<svg>${long(tags)}`)).toBeLessThan(1100);
  });

  it('and what stands side by side is as deep as ever', () => {
    const items = depthOf(`<ul>${long('<li>an item')}</ul>`);
    expect(items).toBe(depthOf('<ul><li>an item</ul>'));
    expect(depthOf(long('<ul><li>an item<li>another</ul>'))).toBe(items);
    expect(depthOf(long('<dl><dt>a term<dd>what it means<dt>a term</dl>'))).toBe(items);
    expect(depthOf(long('<ruby>字<rt>ji</ruby>'))).toBe(items);
    expect(depthOf(`<table>${long('<tr><td>a<td>b')}</table>`)).toBe(depthOf('<table><tr><td>a</table>'));
  });

  it.each([...['[', '["', '{a: ', '- ', '? ', '? - ', '[{a: ', '!a ', '&a ', '[\n', '- [\n', ': ']])(
    'of front matter: %j',
    async (motif) => {
      const heads = [`title: ${motif.repeat(4000)}`, `title:\n  ${motif.repeat(4900)}x`, motif.repeat(4900)];
      const files = heads.map((head, i) => [`${i}.md`, `---\n${head.slice(0, 19_000)}\n---\nIt rained.`]);
      const { articles, problems } = await readCorpus(await folderWith(Object.fromEntries(files)));
      expect(articles.map(({ text }) => text)).toEqual(
        heads.map(() => expect.stringContaining('It rained.')),
      );
      for (const { message } of problems) expect(message).not.toMatch(/call stack/i);
      expect(problems.length).toBeLessThanOrEqual(3 * heads.length);
    },
  );

  it('of a Word document', async () => {
    const elements = ['w:p', 'w:ins', 'w:sdtContent', 'w:x'];
    const bodies = elements.map(
      (name) => `<${name}>`.repeat(1000) + paragraph('Text.') + `</${name}>`.repeat(1000),
    );
    for (const body of bodies) {
      const seen = vi.spyOn(mammoth, 'convertToHtml');
      await expect(readDocx(docx(body))).rejects.toThrow(UserError);
      expect(seen).not.toHaveBeenCalled();
      seen.mockRestore();
    }
    const { text } = await readDocx(docx(`<w:ins>${paragraph('Text.')}</w:ins>`));
    expect(text).toBe('Text.');
  });

  it('and names the line', async () => {
    const dir = await folderWith({ 'a.md': `---\ntitle: A\ntags: ${'['.repeat(99)}\n---\nIt rained.` });
    const { articles, problems } = await readCorpus(dir);
    expect(articles[0]?.title).toBe('A');
    expect(describeProblems(problems)).toEqual([expect.stringMatching(/^a\.md:3: note: /)]);
  });
});

describe('what a rule looks for and does not find costs no square of the text', () => {
  const white = ' '.repeat(9_000);
  it.each<[file: string, what: string, content: string, shown: RegExp]>([
    ['a.txt', 'white space in TOML that is broken', `+++\na =${white}\0${white}"b" c\n+++\nText.`, /^Text/],
    ['a.md', 'links in an author', `---\nauthor: '${'[[x'.repeat(6000)}'\n---\nText.`, /^Text/],
    ['a.md', 'the label of a container', `:::-${white}${white}\u2028-[]\n\nText.`, /Text/],
    ['a.md', 'the title of a callout', `> [!-]${long('\t')}\u2028x\n\nText.`, /Text/],
    ['a.md', 'a contents list', `@[toc]${long('\t')}\u2028x\n\nText.`, /Text/],
    ['a.md', 'white space in a heading', `<h1>a${long('\u00a0')}b</h1>\n\nText.`, /Text/],
    ['a.md', 'white space in a cell', `<table><tr><td>a${long('\u00a0')}b</table>\n\nText.`, /Text/],
    ['a.md', 'line ends in code', `<pre>a${long('\n')}b</pre>\n\nText.`, /Text/],
    ['a.srt', 'a voice', `00:01 --> 00:02\n<v${long('\t')}\n\n00:03 --> 00:04\nText.\n`, /Text/],
    ['a.txt', 'the end of a cell', `a | ${long('\u00a0')}b\nc | d\n\nText “so it is,” said Ma.`, /Text/],
  ])('%s: %s', (file, _, content, shown) => {
    const article = parseArticle(file, content);
    expect('text' in article && article.text).toMatch(shown);
    if ('text' in article) expect(quotationsOf(article).length).toBeLessThan(2);
  });

  it('what opens a line of Markdown', () => {
    const text = long('\u2028 ');
    expect(escapeMarkdown(`${text}# a\u2028- b`)).toBe(`${text}\\# a\u2028\\- b`);
  });

  it('a tag of XHTML', async () => {
    const page = await readHtml(Buffer.from(`<?xml version="1.0"?>\n<${long('a')}\n<p>Text.</p>`));
    expect(page.text).not.toContain('<');
  });
});

it('a phrase is looked for once in a paragraph, however many sentences it has', () => {
  const article = articleOf(long('They went on with the work of the day. '));
  const lower = vi.spyOn(String.prototype, 'toLowerCase');
  const holds = holdsPhrase('of the day');
  const found = article.sentences.map(({ paragraph }) =>
    holds(article, article.paragraphs[paragraph] as Paragraph),
  );
  const folded = lower.mock.contexts.reduce((sum: number, text) => sum + String(text).length, 0);
  lower.mockRestore();
  expect(found.length).toBeGreaterThan(2000);
  expect(found).not.toContain(false);
  expect(folded).toBeLessThanOrEqual(article.text.length);
});

describe('what is no text of the folder', () => {
  it('is not read though a link has taken the name of a text', async () => {
    const outside = await folderWith({ 'secret.txt': 'It is a secret.' });
    const dir = await folderWith({ 'good.txt': 'It rained.', 'servers/1/own.txt': 'It snowed.' });
    await symlink(path.join(outside, 'secret.txt'), path.join(dir, 'a.txt'));
    await symlink('servers/1/own.txt', path.join(dir, 'b.txt'));
    await symlink('good.txt', path.join(dir, 'c.txt'));
    await symlink(outside, path.join(dir, 'sub'));
    const tell = async (file: string) => {
      const { article, problems } = await readArticle(dir, file);
      return article?.text ?? describeProblems(problems).join();
    };
    expect(await tell('a.txt')).toMatch(/^a\.txt: left out: a link out of the corpus folder; /);
    expect(await tell('sub/secret.txt')).toMatch(/^sub\/secret\.txt: left out: a link out of /);
    expect(await tell('b.txt')).toMatch(/^b\.txt: left out: a link to what only one server sees; /);
    expect(await tell('c.txt')).toBe('It rained.');
    expect(await tell('sub')).toMatch(/^sub: left out: /);
  });
});

it('of two texts whose names differ in capitals alone, each is chosen by its own', () => {
  const articles = ['Same', 'same', 'SAME'].map((id) => ({ ...articleOf('It rained.'), id, title: id }));
  for (const one of articles) expect(findSource(articles, one.id).articles).toEqual([one]);
});

describe('a title', () => {
  const titleOf = (title: string, body = 'It rained.'): Article => {
    const article = parseArticle('some-file.md', `---\ntitle: ${title}\n---\n${body}`);
    if ('text' in article) return article;
    throw new Error('not read');
  };

  it.each(['"\\u200b"', '"\\u202e \\u2066"', '"\\u0001\\u00ad"', '"\\u0301"', '"\\u3164"'])(
    '%s has nothing to see, and is none',
    (title) => {
      expect(titleOf(title)).toMatchObject({ title: 'Some file', titleGiven: false });
    },
  );

  it.each([
    ['"a\\0b \\e[31m\\u202e c\\u2069"', 'ab [31m c'],
    ['"\\uD800 a"', '\ufffd a'],
    ['"👩\\u200d👩"', '👩\u200d👩'],
    ['&x', '&x'],
    ['&x and more', '&x and more'],
    ['!Important', '!Important'],
  ])('%s is shown as %j', (title, shown) => {
    expect(titleOf(title)).toMatchObject({ title: shown, titleGiven: true });
  });

  it('that a heading gives has no controls either', () => {
    expect(articleOf('# Rules \u202eof\u0007 play\n\nIt rained.', 'a.md').title).toBe('Rules of play');
  });

  it('is not cut without a word', async () => {
    const dir = await folderWith({ 'a.md': '---\ntitle: Report A # B\n---\nIt rained.' });
    const { problems } = await readCorpus(dir);
    expect(describeProblems(problems)).toEqual([
      expect.stringMatching(/^a\.md:2: note: what stands after # is taken for a comment; /),
    ]);
  });
});
