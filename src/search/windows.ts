import type { Article, Paragraph, Sentence } from '../corpus/article.js';
import { MAX_WINDOW_PIECES } from '../limits.js';

/** A run of neighbouring sentences of one article, along its paragraphs: what is found, and read as a whole. */
export interface Window {
  readonly article: Article;
  /** Indices into `article.sentences`: the first, and the one after the last. */
  readonly firstSentence: number;
  readonly endSentence: number;
  /** Indices of the sentences that are headings above it, the outermost first. */
  readonly headings: readonly number[];
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
    const window = { article, firstSentence: first, endSentence: end, headings };
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

/** Whether a sentence can be an answer: not a heading, a question of the text, or a mark such as the "1." of a list. */
export function mayAnswer(article: Article, sentence: Sentence): boolean {
  const { start, end, kind } = sentence;
  return kind === 'body' && !asks(article, sentence) && WORD.test(article.text.slice(start, end));
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
    end = (article.paragraphs[paragraph] as Paragraph).firstSentence;
  }
  return end;
}

function leadsOn({ text, sentences }: Article, index: number): boolean {
  const { start, end, kind } = sentences[index] as Sentence;
  return kind === 'heading' || /[:：?？]$/.test(text.slice(start, end));
}

/**
 * The headings above a sentence of a window, the outermost first, as indices of sentences: of Markdown by their levels, of
 * other texts the last one and the line that the text begins with.
 */
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

/** 0 for the line that a text begins with, which stays above all of it; else the number of `#`, 1 without any. */
function levelOf({ text, sentences }: Article, sentence: number): number {
  const { start } = sentences[sentence] as Sentence;
  return sentence === 0 ? 0 : /^#{0,6}/.exec(text.slice(start, start + 6))?.[0].length || 1;
}

const sentencesOf = ({ firstSentence, endSentence }: Paragraph): number[] =>
  range(firstSentence, endSentence);

/** The whole numbers from `from` to before `to`. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
