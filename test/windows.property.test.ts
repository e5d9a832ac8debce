import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../src/corpus/read.js';
import { MAX_WINDOW_PIECES } from '../src/limits.js';
import { mayAnswer, windowsOf } from '../src/search/windows.js';
import { articleOf } from './support/articles.js';
import { anyText } from './support/texts.js';

/** Pieces of a word: so many that a few sentences fill a window. */
const PIECES = 10;

const windowsIn = (text: string, file = 'a.md') => {
  const article = articleOf(text, file);
  const sizes = article.sentences.map(
    ({ start, end }) => article.text.slice(start, end).split(/\s+/).length * PIECES,
  );
  return { article, sizes, windows: windowsOf(article, (sentence) => sizes[sentence] ?? 0) };
};

const shown = ({ article, windows }: ReturnType<typeof windowsIn>) =>
  windows.map(({ firstSentence, endSentence, headings }) => ({
    text: article.text.slice(
      article.sentences[firstSentence]?.start,
      article.sentences[endSentence - 1]?.end,
    ),
    headings: headings.map((heading) => {
      const { start, end } = article.sentences[heading] ?? { start: 0, end: 0 };
      return article.text.slice(start, end);
    }),
  }));

const words = (count: number, word = 'word') => `${`${word} `.repeat(count - 1)}${word}.`;

describe('windows', () => {
  it('hold every sentence once, in order, and no more than fits', () => {
    fc.assert(
      fc.property(anyText(200), fc.constantFrom('a.md', 'a.txt'), (text, file) => {
        // Of Markdown that is all marks nothing is left.
        fc.pre('text' in parseArticle(file, text));
        const { article, sizes, windows } = windowsIn(text, file);
        const sentences = windows.flatMap(({ firstSentence, endSentence }) =>
          Array.from({ length: endSentence - firstSentence }, (_, i) => firstSentence + i),
        );
        expect(sentences).toEqual([...article.sentences.keys()]);
        for (const { firstSentence, endSentence, headings } of windows) {
          const size = sizes.slice(firstSentence, endSentence).reduce((sum, own) => sum + own, 0);
          expect(size <= MAX_WINDOW_PIECES || endSentence - firstSentence === 1).toBe(true);
          for (const heading of headings) expect(heading).toBeLessThan(firstSentence);
        }
      }),
    );
  });

  it('keep paragraphs whole, and what leads to a paragraph with it', () => {
    const text = `# Guide\n\n${words(10)}\n\n## Backup\n\nBack these up:\n\n${words(10, 'item')}\n\n### Where\n\n${words(12)}`;
    expect(shown(windowsIn(text)).map(({ text: own, headings }) => [own.slice(0, 12), headings])).toEqual([
      ['Guide\n\nword ', []],
      ['Backup\n\nBack', ['Guide']],
      ['Where\n\nword ', ['Guide', 'Backup']],
    ]);
  });
});

describe('a paragraph too long for a window that ends in a question', () => {
  it('is in its windows once', () => {
    const text = `${words(12, 'One')} ${words(12, 'Two')} What then?\n\n${words(16, 'Three')}`;
    const { windows } = windowsIn(text, 'a.txt');
    expect(windows.map(({ firstSentence, endSentence }) => [firstSentence, endSentence])).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
    ]);
  });
});

describe('what may answer', () => {
  it.each([
    ['The bridge is open.', true],
    ['Is the bridge open?', false],
    ['“Is it open?”', false],
    ['为什么？', false],
    ['他来了。', true],
    ['1.', false],
    ['*', false],
    ['2017', true],
  ])('%s: %s', (sentence, may) => {
    const article = articleOf(sentence);
    expect(mayAnswer(article, article.sentences[0] ?? { start: 0, end: 0, kind: 'body', paragraph: 0 })).toBe(
      may,
    );
  });
});
