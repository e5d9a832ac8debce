import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { parseArticle } from '../src/corpus/read.js';
import { figuresIn } from '../src/figures/figure-index.js';
import { quotationsIn } from '../src/quotes/quote-index.js';
import type { Span } from '../src/text/span.js';
import { anyText, languageText, UNSTOPPED } from './support/texts.js';

function anArticle(text: string): Article | null {
  const article = parseArticle('a.txt', `\n${text}`);
  return 'text' in article ? article : null;
}

/** Within the text, with something in it. */
function expectWithin({ start, end }: Span, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

function expectSoundReading(article: Article): void {
  const { text, sentences } = article;
  for (const { item: quotation } of quotationsIn(article)) {
    expectWithin(quotation, text);
    for (const mention of [quotation.speaker, quotation.cue]) {
      if (!mention) continue;
      expectWithin(mention, text);
      expect(mention.text).toBe(text.slice(mention.start, mention.end));
    }
  }
  for (const { item: figure } of figuresIn(article)) {
    expectWithin(figure, text);
    const { start, end } = sentences[figure.sentence] as Span;
    expect(figure.start).toBeGreaterThanOrEqual(start);
    expect(figure.end).toBeLessThanOrEqual(end);
    if (typeof figure.value === 'number') expect(figure.value).not.toBeNaN();
  }
}

describe('quotations and figures', () => {
  it.each([
    ['any text', anyText()],
    ['words in any order', languageText()],
  ])('of %s are what the text says there', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const article = anArticle(text);
        if (article) expectSoundReading(article);
      }),
      { numRuns: 50 },
    );
  });

  it.each(UNSTOPPED)('of %s, without end', (_, text) => {
    const article = anArticle(text);
    expect(article).not.toBeNull();
    if (article) expectSoundReading(article);
  });
});
