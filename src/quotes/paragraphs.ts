import type { Article, BlockKind } from '../corpus/article.js';
import { wordsOfTurn } from '../corpus/turns.js';
import type { Span } from '../text/span.js';

const ENDS_LIKE_A_PARAGRAPH = /[.!?:…]["'”’»)\]]*\s*$/;

/** Blocks that say nothing in anybody's name. A table's cell does not tell who speaks. */
const SILENT: ReadonlySet<BlockKind> = new Set(['code', 'furniture', 'row']);

/** What a reader of speech takes as one paragraph. */
export interface SpeechParagraph extends Span {
  /** The name before the colon where all of it is somebody's turn; it stands outside of the span. */
  readonly turn: Span | null;
  readonly heading: boolean;
}

/**
 * The paragraphs of an article as a reader of speech counts them: a block between blank lines is one, unless most
 * of its lines end like a sentence, as in texts that put each paragraph on a line.
 */
export const paragraphsOf = ({ text, paragraphs }: Article): SpeechParagraph[] =>
  paragraphs.flatMap((block): SpeechParagraph[] => {
    if (SILENT.has(block.kind)) return [];
    const said = wordsOfTurn(text, block);
    if (said) return [{ ...said, turn: block.speaker, heading: false }];
    const lines = linesOf(text, block);
    const ending = lines.filter(({ start, end }) =>
      ENDS_LIKE_A_PARAGRAPH.test(text.slice(Math.max(start, end - 8), end)),
    );
    const spans = 2 * ending.length > lines.length ? lines : [block];
    const heading = block.kind === 'heading';
    return spans.map(({ start, end }) => ({ start, end, turn: null, heading }));
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
