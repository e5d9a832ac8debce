import type { Article, Span } from '../corpus/article.js';

const ENDS_LIKE_A_PARAGRAPH = /[.!?:…]["'”’»)\]]*\s*$/;

/**
 * The paragraphs of an article as a reader of speech counts them: a block between blank lines is one, unless most
 * of its lines end like a sentence, as in texts that put each paragraph on a line.
 */
export const paragraphsOf = ({ text, paragraphs }: Article): Span[] =>
  paragraphs.flatMap((block) => {
    const lines = linesOf(text, block);
    const ending = lines.filter(({ start, end }) =>
      ENDS_LIKE_A_PARAGRAPH.test(text.slice(Math.max(start, end - 8), end)),
    );
    return 2 * ending.length > lines.length ? lines : [{ start: block.start, end: block.end }];
  });

function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const at = text.indexOf('\n', from);
    const to = at < 0 || at > end ? end : at;
    if (text.slice(from, to).trim() !== '') lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}
