import type { Span } from '../text/span.js';
import type { Quotation } from './quotation.js';

/**
 * The sentences in which a text reports a quotation: those of the quotation and of its cue, as one span. A reader
 * sees there who is said to have said it.
 */
export function reportOf({ article, start, end, cue }: Quotation): Span {
  const from = Math.min(start, cue?.start ?? start);
  const to = Math.max(end, cue?.end ?? end);
  const touched = article.sentences.filter((sentence) => sentence.start < to && sentence.end > from);
  return {
    start: Math.min(from, touched.at(0)?.start ?? from),
    end: Math.max(to, touched.at(-1)?.end ?? to),
  };
}
