import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { parseArticle } from '../src/corpus/read.js';
import { sentenceSpans } from '../src/english/sentences.js';
import type { Span } from '../src/text/span.js';
import { anyText, HOSTILE } from './support/texts.js';

/** The article of any text that is no front matter; none when nothing is left of it, as of Markdown that is all comment. */
function anArticle(text: string, file: string): Article | null {
  const article = parseArticle(file, `\n${text}`);
  return 'text' in article ? article : null;
}

/** In order, without overlap, within `outer`, each with something in it and no white space at its ends. */
function expectSpans(text: string, spans: readonly Span[], outer: Span): void {
  let from = outer.start;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    const slice = text.slice(start, end);
    expect(slice).toBe(slice.trim());
    from = end;
  }
  expect(from).toBeLessThanOrEqual(outer.end);
}

/** What is left of a text without the spans. */
function outside(text: string, spans: readonly Span[], { start, end }: Span): string {
  const starts = [...spans.map((span) => span.start), end];
  return [start, ...spans.map((span) => span.end)].map((from, i) => text.slice(from, starts[i])).join('');
}

function expectSoundArticle({ text, paragraphs, sentences }: Article): void {
  const whole = { start: 0, end: text.length };
  expectSpans(text, paragraphs, whole);
  expect(outside(text, paragraphs, whole).trim()).toBe('');
  let next = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const own = sentences.slice(paragraph.firstSentence, paragraph.endSentence);
    expect(paragraph).toMatchObject({ number: index + 1, firstSentence: next });
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((sentence) => sentence.paragraph === index)).toBe(true);
    expectSpans(text, own, paragraph);
    expect(outside(text, own, paragraph).trim()).toBe('');
    next = paragraph.endSentence;
  }
  expect(next).toBe(sentences.length);
}

describe.each(['a.txt', 'a.md'])('paragraphs and sentences of any text, %s', (file) => {
  it('are in order, do not overlap, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const article = anArticle(text, file);
        if (article) expectSoundArticle(article);
        else if (file === 'a.txt') expect(text.trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('have no blank line within a paragraph that is no code', () => {
    fc.assert(
      fc.property(anyText(), (written) => {
        const { text = '', paragraphs = [] } = anArticle(written, file) ?? {};
        for (const { kind, start, end } of paragraphs)
          if (kind !== 'code') expect(text.slice(start, end)).not.toMatch(/\n[^\S\n]*\n/);
      }),
    );
  });

  it.each(HOSTILE)('much of %s', (_, text) => {
    const article = anArticle(text, file);
    expect(article).not.toBeNull();
    const { paragraphs = [], sentences = [] } = article ?? {};
    expect(sentences.length).toBeGreaterThanOrEqual(paragraphs.length);
    expect(sentences.at(-1)?.end).toBe(paragraphs.at(-1)?.end);
  });
});

it('sentences of a part of a text lie within it', () => {
  fc.assert(
    fc.property(anyText(), fc.nat(), fc.nat(), (text, a, b) => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const spans = sentenceSpans(text, start, end);
      expectSpans(text, spans, { start, end });
      expect(outside(text, spans, { start, end }).trim()).toBe('');
    }),
  );
});
