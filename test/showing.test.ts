import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { markupOf } from '../src/discord/markup.js';
import { type AsideItem, type Item, quoted } from '../src/reply.js';
import type { Span } from '../src/text/span.js';
import { articleOf } from './support/articles.js';

const spanIn = ({ text }: Article, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const lineOf = (item: Item): string | undefined =>
  markupOf([{ item, span: item as AsideItem, card: 0 }]).split('\n')[0];

describe('words in bold', () => {
  it('begin behind the bullet of an item', () => {
    const article = articleOf('# Rules\n\n- Invites are deleted.\n- Be kind.\n', 'rules.md');
    const [item] = article.sentences.filter(({ kind }) => kind === 'item') as readonly Span[];
    expect(lineOf(quoted(article, item as Span, item))).toBe('> • **Invites are deleted.**');
  });

  it('are several where a sentence has them apart', () => {
    const article = articleOf('He called it “great” and “grand” on Monday.');
    const item = quoted(article, article.sentences[0] as Span, spanIn(article, 'great'));
    expect(lineOf({ ...item, alsoBold: [spanIn(article, 'grand')] })).toBe(
      '> He called it “**great**” and “**grand**” on Monday.',
    );
  });
});

describe('a quotation in a line', () => {
  const aside = (text: string, words: string): string | undefined => {
    const article = articleOf(text);
    const cutFrom = article.sentences[0] as Span;
    return lineOf({ kind: 'aside', lead: 'Also:', article, ...spanIn(article, words), cutFrom });
  };

  it('has quotation marks, or those of the text', () => {
    expect(aside('It rained all day.', 'It rained')).toBe('-# Also: “It rained” … – [1] A');
    expect(aside('“It rained,” he said.', '“It rained,” he said.')).toBe(
      '-# Also: “It rained,” he said. – [1] A',
    );
  });

  it('is not called cut where only a mark is left out', () => {
    expect(aside('They came to listen.”', 'They came to listen.')).toBe(
      '-# Also: “They came to listen.” – [1] A',
    );
  });
});
