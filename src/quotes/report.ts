import { firstEndingAfter } from '../corpus/spans.js';
import type { Span } from '../text/span.js';
import type { Quotation } from './quotation.js';

/**
 * The sentences in which a text reports a quotation: those of the quotation and of its cue, as one span. A reader
 * sees there who is said to have said it.
 */
export function reportOf({ article, start, end, cue }: Quotation): Span {
  const from = Math.min(start, cue?.start ?? start);
  const to = Math.max(end, cue?.end ?? end);
  const { sentences } = article;
  const span = { start: from, end: to };
  for (let at = firstEndingAfter(sentences, from); at < sentences.length; at++) {
    const sentence = sentences[at] as Span;
    if (sentence.start >= to) break;
    span.start = Math.min(span.start, sentence.start);
    span.end = Math.max(span.end, sentence.end);
  }
  return span;
}
