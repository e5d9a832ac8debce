import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sources, wayToText } from '../commands/sources.js';
import type { Article } from '../src/corpus/article.js';
import { shorten } from '../src/corpus/citation.js';
import { parseArticle } from '../src/corpus/read.js';
import { type MessageBody, messageOf } from '../src/discord/message.js';
import { layOut, openingPage } from '../src/discord/pages.js';
import { createLibrary, type Library } from '../src/library.js';
import { note, quoted, type Reply } from '../src/reply.js';
import { articleOf } from './support/articles.js';
import { liveTokens, unescaped } from './support/discord.js';
import { anyText, HOSTILE } from './support/texts.js';

/** Discord's limits (Components Reference), and the bytes above which it was seen to answer 500. */
const MAX_CHARACTERS = 4000;
const MAX_BYTES = 10_000;

const ASKED = { stamp: 'AAAAAA', asker: '18446744073709551615', command: 'sources' };

function textsOf({ components: [container] }: MessageBody): string[] {
  return container.components.flatMap((component) => ('content' in component ? component.content : []));
}

/** The block quotes of a page's markup, as their lines read. */
function quotesOf(markup: string): string[] {
  const quotes: string[] = [];
  let quoting = false;
  for (const line of markup.split('\n')) {
    const quoted = line.startsWith('> ');
    if (quoted && quoting) quotes.push(`${quotes.pop()}\n${line.slice(2)}`);
    else if (quoted) quotes.push(line.slice(2));
    quoting = quoted;
  }
  return quotes;
}

const BOLD = /(?<!\\)\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/g;

const unbold = (markup: string): string => markup.replaceAll('**', '');

/** The library of some articles, as far as the list of sources needs one: an index of a megabyte takes its time. */
const libraryOf = (articles: readonly Article[]): Library => ({
  ...createLibrary({ articles: [], stamp: 'AAAAAA' }),
  articles,
});

/** The slice of an article that a block quote shows; it has so many bold runs at most, and nothing else is live in it. */
function quotedText(quote: string, mostBold = 1): string {
  expect(quote.match(BOLD)?.length ?? 0).toBeLessThanOrEqual(mostBold);
  const plain = quote.replace(BOLD, '$1');
  expect(liveTokens(plain)).toEqual([]);
  return unescaped(plain);
}

/** The markup of a reply's pages; the first, a middle and the last one are sent within Discord's limits. */
function pagesOf(reply: Reply, heading = ''): string[] {
  const pages = layOut(reply, heading);
  for (const page of new Set([0, pages.length >> 1, pages.length - 1])) {
    const message = messageOf(reply, heading, ASKED, page);
    if (!message) throw new Error(`no page ${page}`);
    expect(textsOf(message)).toContain(pages[page]?.markup);
    expectWithinLimits(textsOf(message).join(''));
  }
  // A page's number stands below it.
  for (const { markup } of pages) expectWithinLimits(`${heading}${markup}-# Page 1000 of 1000`);
  return pages.map(({ markup }) => markup);
}

function expectWithinLimits(text: string): void {
  if (text.length > MAX_CHARACTERS) expect.fail(`a page of ${text.length} characters`);
  if (Buffer.byteLength(text) > MAX_BYTES) expect.fail(`a page of ${Buffer.byteLength(text)} bytes`);
}

/** Without its white space: a line's end that only stands where the file's lines were full is shown as a space. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** The pages of `/sources source:` show the article from its first word to its last, in order, and nothing else. */
function expectFullText(article: Article): void {
  const library = libraryOf([article]);
  const reply = sources.run(library, { source: article.id }) as Reply;
  if (!reply) throw new Error('no reply');
  const pages = pagesOf(reply);
  const text = bare(article.text);
  const headings = article.paragraphs.filter(({ kind }) => kind === 'heading').length;
  const quotes = pages.flatMap(quotesOf).map((quote) => bare(quotedText(quote, headings)));
  let at = 0;
  for (const shown of quotes) {
    if (!text.startsWith(shown, at) || shown === '') expect.fail(`“${shown}” is not at ${at}`);
    at += shown.length;
  }
  expect(text.slice(at)).toBe('');
}

/** An article of which that is known. */
const withFields = (text: string, fields: Partial<Article>): Article => ({
  ...articleOf(text, 'some/folder/a.txt'),
  titleGiven: true,
  distinction: null,
  ...fields,
});

describe('a full text', () => {
  it('is covered by its pages, whatever it holds', () => {
    fc.assert(
      fc.property(anyText(150), fc.constantFrom('a.txt', 'a.md'), (text, file) => {
        const article = parseArticle(file, `\n${text}`);
        if ('text' in article) expectFullText(article);
      }),
      { numRuns: 300 },
    );
  });

  it('has its headings in bold, none of them last on a page, with the sentence that it is opened at', () => {
    const sections = Array.from(
      { length: 60 },
      (_, i) => `## Rule ${i}\n\n${`Nobody passes at ${i}. `.repeat(11)}`,
    );
    const article = articleOf(`# Rules\n\n${sections.join('\n\n')}\n`, 'rules.md');
    const library = libraryOf([article]);
    const whole = pagesOf(sources.run(library, { source: 'rules' }) as Reply);
    expect(whole.length).toBeGreaterThan(3);
    for (const page of whole) {
      const lines = quotesOf(page).join('\n').split('\n').filter(Boolean);
      expect(lines.at(-1)).not.toMatch(/Rule/);
      for (const line of lines) expect(/^\*\*.*\*\*$/.test(line)).toBe(/Rule/.test(line));
    }
    const sentence = article.sentences.findIndex(({ start, end }) =>
      /at 40/.test(article.text.slice(start, end)),
    );
    const { memory } = wayToText(library, { article, sentence });
    const opened = sources.reopen?.(library, memory) as Reply;
    expect(pagesOf(opened).map(unbold)).toEqual(whole.map(unbold));
    const page = messageOf(opened, '', ASKED);
    const [shown = ''] = page ? textsOf(page).filter((text) => text.includes('> ')) : [];
    expect(shown).toContain('**Nobody passes at 40.** Nobody');
    const first = sources.reopen?.(library, wayToText(library, { article, sentence: 1 }).memory) as Reply;
    expect(openingPage(layOut(first, ''), first.cards)).toBe(0);
  });

  it.each([
    ['words', 'It rained. '],
    ['words without sentences', 'rain and '],
    ['wide characters', '雨が降った。'],
    ['wide characters without sentences', '雨'],
    ['pairs of surrogates', '🙂'],
    ['marks', '*_|'],
    ['paragraphs', 'It rained on the harbour bridge.\n\n'],
    ['lines', 'It rained on the harbour bridge\n'],
    ['addresses', 'https://example.org/a_b '],
  ])('of twenty pages of %s', (_, piece) => {
    expectFullText(articleOf(piece.repeat(80_000 / piece.length)));
  });

  it.each(HOSTILE.filter(([name]) => /word|space|line|sentences|addresses|ideographs/.test(name)))(
    'much of %s',
    (_, text) => {
      expectFullText(articleOf(text));
    },
  );

  // About as long as the front matter may be altogether.
  it.each([
    'x'.repeat(600),
    '*'.repeat(600),
    '字'.repeat(600),
    '# @everyone '.repeat(50),
    ':قال'.repeat(150),
  ])('with fields of absurd length', (long) => {
    const url = `https://example.org/${encodeURI(long)}`;
    const fields = { title: long, source: long, publisher: long, author: long, url };
    expectFullText(withFields('It rained. '.repeat(2_000), fields));
    expectFullText(withFields('It rained.', { ...fields, url: `https://example.org/${'_'.repeat(480)}` }));
  });
});

describe('a passage with its answer', () => {
  const heading = `### ${'\\*'.repeat(300)}`;

  /** The reply of one card: a sentence of an article in its paragraph. */
  const passage = (article: Article, index: number): Reply => {
    const sentence = article.sentences[index % article.sentences.length] ?? {
      start: 0,
      end: 0,
      paragraph: 0,
    };
    const paragraph = article.paragraphs[sentence.paragraph] ?? sentence;
    const items = [note('The texts say:'), quoted(article, paragraph, sentence), note('1 further passage.')];
    return {
      kind: 'answer',
      private: false,
      question: null,
      cards: [{ items }],
      layout: 'one-card',
      unit: 'passage',
      memory: '',
    };
  };

  function expectPassage(article: Article, index: number): void {
    const pages = pagesOf(passage(article, index), heading);
    const shown = pages.flatMap((page) => quotesOf(page).map((quote) => quotedText(quote)));
    const text = bare(article.text);
    for (const slice of shown) if (!text.includes(bare(slice))) expect.fail(`“${slice}” is no slice`);
    const sentence = article.sentences[index % article.sentences.length];
    const bold = pages.flatMap((page) => [...page.matchAll(BOLD)].map(([, words = '']) => words));
    const answer = unescaped(bold.join('').replaceAll('\n> ', '\n'));
    const words = bare(article.text.slice(sentence?.start, sentence?.end));
    const opensBlock = article.paragraphs.some(({ start }) => start === sentence?.start);
    expect([words, ...(opensBlock ? [words.replace(/^[•◦▪‣·*–-]/, '')] : [])]).toContain(bare(answer));
  }

  it('shows slices, the answer in bold and nothing else', () => {
    fc.assert(
      fc.property(anyText(100), fc.nat(), (text, index) => {
        const article = parseArticle('a.txt', `\n${text}`);
        if ('text' in article) expectPassage(article, index);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a sentence amid many', 'It rained. '.repeat(2_000), 1_000],
    ['one sentence over many pages', `${'rain and '.repeat(2_000)}sun.`, 0],
    ['lines', 'It rained\n'.repeat(2_000), 0],
    ['marks', '*'.repeat(9_000), 0],
    ['wide characters', '雨'.repeat(9_000), 0],
    ['an address right before it', '见https://example.org/a_b。下一句。再见。', 1],
    ['an address right after it', '下一句。https://example.org/a_b。', 0],
  ])('%s', (_, text, index) => {
    expectPassage(articleOf(text), index);
  });

  it('begins below its introduction, however long it is', () => {
    const [first = ''] = pagesOf(passage(articleOf('It rained. '.repeat(2_000)), 0), heading);
    expect(first).toContain('The texts say:');
    expect(quotesOf(first)).toHaveLength(1);
  });

  it('marks a cut outside the quoted words, and none between paragraphs', () => {
    const cut = pagesOf(passage(articleOf('It rained. '.repeat(1_000)), 0));
    expect(cut.map((page) => page.split('\n').filter((line) => line === '…').length)).toEqual([
      1,
      ...Array(cut.length - 2).fill(2),
      1,
    ]);
    const article = articleOf(`${'It rained. '.repeat(200)}\n\n`.repeat(5));
    const whole = quoted(article, { start: 0, end: article.text.trimEnd().length });
    const pages = pagesOf({
      ...passage(article, 0),
      cards: [{ items: [whole] }],
      layout: 'flow',
      unit: 'page',
    });
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join('\n')).not.toContain('…');
  });
});

describe('the list of sources', () => {
  it('is paged within the limits, however many and however named', () => {
    const articles = Array.from({ length: 500 }, (_, i) => {
      const title = `${'_'.repeat(i)} ${i}`;
      return articleOf(`---\ntitle: "${title}"\n---\nIt rained.`, `${'n'.repeat(i)}.txt`);
    });
    const reply = sources.run(libraryOf(articles), {}) as Reply;
    if (!reply) throw new Error('no reply');
    const text = pagesOf(reply).join('\n');
    for (let i = 1; i < 500; i += 50) expect(text).toContain(` · ${shorten('n'.repeat(i))}`);
  });
});
