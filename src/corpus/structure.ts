import { blocksOf, inlineDatelineLength } from '../text/blocks.js';
import { sentenceSpans } from '../text/sentences.js';
import type { Paragraph, Sentence } from './article.js';

/** Splits a text into numbered paragraphs and their sentences; every span is an exact slice of `text`. */
export function structureOf(
  text: string,
  markdown: boolean,
): { readonly paragraphs: readonly Paragraph[]; readonly sentences: readonly Sentence[] } {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  for (const [index, { start, end, kind }] of blocksOf(text, markdown).entries()) {
    const firstSentence = sentences.length;
    const dateline = kind === 'body' ? inlineDatelineLength(text.slice(start, end)) : 0;
    if (dateline > 0) {
      const length = text.slice(start, start + dateline).trimEnd().length;
      sentences.push({ start, end: start + length, paragraph: index, kind: 'dateline' });
    }
    for (const span of sentenceSpans(text, start + dateline, end))
      sentences.push({ ...span, paragraph: index, kind });
    paragraphs.push({ start, end, number: index + 1, kind, firstSentence, endSentence: sentences.length });
  }
  return { paragraphs, sentences };
}
