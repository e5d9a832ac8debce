import type { Article, BlockKind, Paragraph, Sentence } from '../corpus/article.js';
import { MAX_WINDOW_PIECES } from '../limits.js';

/** A run of neighbouring sentences of one article, along its paragraphs: what is found, and read as a whole. */
export interface Window {
  readonly article: Article;
  /** Indices into `article.sentences`: the first, and the one after the last. */
  readonly firstSentence: number;
  readonly endSentence: number;
  /** Indices of the sentences that are headings above it, the outermost first. */
  readonly headings: readonly number[];
  /** Index of the sentence that leads in to the list it begins within. */
  readonly leadIn: number | null;
}

/**
 * The windows of an article: as many whole paragraphs as fit, a longer paragraph cut between sentences. What
 * leads to what stands below it (a heading, a line that ends in a colon or a question mark) goes with it.
 *
 * @param piecesOf how many word pieces a sentence has.
 */
export function windowsOf(article: Article, piecesOf: (sentence: number) => number): Window[] {
  const windows: Window[] = [];
  let headings: readonly number[] = [];
  let first = 0;
  const close = (end: number): void => {
    if (end === first) return;
    const window = {
      article,
      firstSentence: first,
      endSentence: end,
      headings,
      leadIn: leadInOf(article, first),
    };
    windows.push(window);
    headings = headingsAbove(window, end);
    first = end;
  };
  let size = 0;
  for (const paragraph of article.paragraphs) {
    const sizes = sentencesOf(paragraph).map(piecesOf);
    if (size + sum(sizes) > MAX_WINDOW_PIECES && size > 0) {
      const end = withoutLeadIn(article, first, paragraph);
      close(end);
      size = sum(range(end, paragraph.firstSentence).map(piecesOf));
    }
    for (const [i, own] of sizes.entries()) {
      if (size + own > MAX_WINDOW_PIECES && size > 0) {
        close(paragraph.firstSentence + i);
        size = 0;
      }
      size += own;
    }
  }
  close(article.sentences.length);
  return windows;
}

/** The kinds of block whose sentences may answer. */
const ANSWERING: ReadonlySet<BlockKind> = new Set(['body', 'item', 'row']);

/** Whether a sentence can be an answer: not a heading, code, a question of the text, or a mark without a word. */
export function mayAnswer(article: Article, sentence: Sentence): boolean {
  const { start, end, kind } = sentence;
  return ANSWERING.has(kind) && !asks(article, sentence) && WORD.test(article.text.slice(start, end));
}

/** The last sentence of what leads in to the list that a sentence stands in; `null` when the list begins with it. */
function leadInOf({ paragraphs, sentences }: Article, sentence: number): number | null {
  const block = paragraphs[sentences[sentence]?.paragraph ?? -1];
  if (block?.kind !== 'item') return null;
  const first = paragraphs[block.group] as Paragraph;
  return first.kind === 'item' || first.endSentence > sentence ? null : first.endSentence - 1;
}

/** Whether a sentence, or a heading, is a question. */
export const asks = ({ text }: Article, { start, end }: Sentence): boolean =>
  ASKS.test(text.slice(Math.max(start, end - MAX_MARKS), end));

/** Marks that may stand behind a question mark are looked at this far. */
const MAX_MARKS = 6;
const ASKS = /[?？][!！\s"'”’»」』)*_]*$/u;

/** Two letters or digits in a row, or a character of a script that writes words with one. */
const WORD = /\p{L}[\p{L}\p{M}\p{N}]|\p{N}{2}|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

/** The sentence that a window ends before so that what leads to `next` is not left alone; `first` if that is all there is. */
function withoutLeadIn(article: Article, first: number, next: Paragraph): number {
  let end = next.firstSentence;
  while (end > first && leadsOn(article, end - 1)) {
    const { paragraph } = article.sentences[end - 1] as Sentence;
    end = Math.max(first, (article.paragraphs[paragraph] as Paragraph).firstSentence);
  }
  return end;
}

function leadsOn({ text, sentences }: Article, index: number): boolean {
  const { start, end, kind } = sentences[index] as Sentence;
  return kind === 'heading' || /[:：?？]$/.test(text.slice(start, end));
}

/** The headings above a sentence of a window, the outermost first, as indices of sentences. */
export function headingsAbove(
  { article, firstSentence, headings }: Window,
  sentence: number,
): readonly number[] {
  return range(firstSentence, sentence).reduce((path, at) => withHeading(article, path, at), headings);
}

/** A path of headings after one more sentence, which may be a heading. */
function withHeading(article: Article, path: readonly number[], sentence: number): readonly number[] {
  if (article.sentences[sentence]?.kind !== 'heading') return path;
  const level = levelOf(article, sentence);
  return [...path.filter((other) => levelOf(article, other) < level), sentence];
}

/** A heading's level; 0 for one that the text begins with, which stays above all of it. */
function levelOf({ paragraphs, sentences }: Article, sentence: number): number {
  const { paragraph } = sentences[sentence] as Sentence;
  return sentence === 0 ? 0 : (paragraphs[paragraph] as Paragraph).level;
}

const sentencesOf = ({ firstSentence, endSentence }: Paragraph): number[] =>
  range(firstSentence, endSentence);

/** The whole numbers from `from` to before `to`. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
