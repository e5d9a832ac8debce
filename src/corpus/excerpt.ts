import { linksBack } from '../english/linking.js';
import { phraseEnds } from '../english/phrases.js';
import { enclosedIn, isAmid } from '../text/enclosed.js';
import type { Span } from '../text/span.js';
import type { Article, Paragraph, Sentence, SentencePlace } from './article.js';
import { blockAbove, shownWords } from './passage.js';

/*
 * Lengths in UTF-16 units; a line of a phone has some 40.
 */

/** Longest sentence that is shown whole. */
const MAX_WHOLE = 210;

/** Longest part of a longer one. */
const MAX_PART = 190;

/**
 * Longest sentence together with the one before it, where it is only understood with that, and where not: what answers is to be
 * read at a glance.
 */
const MAX_WITH_LINKED = 170;
const MAX_WITH_BEFORE = 80;

/** Longest excerpt with the sentence after. */
const MAX_WITH_AFTER = 360;

/** Longest lead-in of a list and head of a table that is shown above, and what they may take with the sentence. */
const MAX_ABOVE = 160;
const MAX_WITH_ABOVE = 260;

/** How much is shown of the code or the list that a sentence leads in to. */
const MAX_BELOW = 240;

/** Longest quotation in a line of small print. */
const MAX_LINE = 90;

/** How much of a sentence stands at least before the words that matter, where they are not near its beginning. */
const LINE_BEFORE = 30;

/** What is read first of a passage. */
export interface Excerpt {
  /** What the sentence is only understood with, where it stands apart: the head of a table, what leads in to a list. */
  readonly above: Excerpted | null;
  readonly around: Excerpted;
  /** The sentence, or the part of it that is shown. */
  readonly answer: Span;
}

/** A span and the block that it is cut from. */
export interface Excerpted extends Span {
  readonly cutFrom: Span;
}

/**
 * The sentence with at most one neighbour on each side, of a long one the part from `offset` on, and what leads in to it or
 * follows from it.
 */
export function excerptOf(place: SentencePlace, offset = 0): Excerpt {
  const { article, sentence } = place;
  const whole = article.sentences[sentence] as Sentence;
  const block = article.paragraphs[whole.paragraph] as Paragraph;
  const answer = partOf(article.text, whole, offset);
  const around = isWhole(answer, whole)
    ? withNeighbours(place, block, answer)
    : { ...answer, cutFrom: block };
  const above = aboveOf(article, whole, answer);
  if (above && article.text.slice(above.end, around.start).trim() === '') {
    const cutFrom = { start: above.cutFrom.start, end: around.cutFrom.end };
    return { above: null, around: { start: above.start, end: around.end, cutFrom }, answer };
  }
  return { above, around, answer };
}

const isWhole = (part: Span, whole: Span): boolean => part.start === whole.start && part.end === whole.end;

/** Where the parts of a sentence may begin: at its start and where another phrase does, as offsets. */
export function partsOf({ text }: Article, { start, end }: Span): number[] {
  if (end - start <= MAX_WHOLE) return [0];
  const words = text.slice(start, end);
  const together = keptTogether(words);
  const lines = Array.from(words.matchAll(/\n(?=\S)/g), ({ index }) => index + 1);
  const ends = [...phraseEnds(words), ...lines];
  const starts = ends.map((at) => at + (/^\s*/.exec(words.slice(at, at + MAX_GAP))?.[0].length ?? 0));
  const parts = starts.filter((at) => at < words.length && !isAmid(together, at));
  return [...new Set([0, ...parts])].sort((a, b) => a - b);
}

/** White space between two phrases that is looked over. */
const MAX_GAP = 20;

/** What stands in brackets or quotation marks and is not so long that it has to be cut. */
const keptTogether = (words: string): Span[] =>
  enclosedIn(words).filter(({ start, end }) => end - start <= MAX_PART / 2);

/** The part of a sentence from an offset on: to its end, else to the end of a phrase, else of a word. */
export function partOf(text: string, { start, end }: Span, offset: number): Span {
  const from = Math.min(start + offset, Math.max(start, end - 1));
  if (end - start <= MAX_WHOLE || end - from <= MAX_PART) return { start: from, end };
  const at = cutWithin(text.slice(from, from + MAX_PART + 1), MAX_PART / 2, MAX_PART);
  return { start: from, end: from + at };
}

/**
 * Where words are best cut, past `least` and by `most`: at the end of a phrase that stands in no brackets or quotation marks, else
 * not in short ones; else at the end of such a word; else of a word; else between characters.
 */
function cutWithin(words: string, least: number, most: number): number {
  const enclosed = enclosedIn(words);
  const together = keptTogether(words);
  const phrases = phraseEnds(words);
  const spaces = Array.from(words.matchAll(/(?<=\S)(?=\s)/g), ({ index }) => index);
  const lastOf = (ends: readonly number[], parts: readonly Span[]) =>
    ends.findLast((at) => at > least && at <= most && !isAmid(parts, at));
  const cut =
    lastOf(phrases, enclosed) ?? lastOf(phrases, together) ?? lastOf(spaces, together) ?? lastOf(spaces, []);
  return cut ?? words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '').length;
}

function withNeighbours({ article, sentence }: SentencePlace, block: Paragraph, answer: Span): Excerpted {
  const { text, sentences } = article;
  const before = sentence > block.firstSentence ? sentences[sentence - 1] : undefined;
  const after = sentence + 1 < block.endSentence ? sentences[sentence + 1] : undefined;
  const isLinked = linksBack(text.slice(answer.start, answer.end));
  const most = isLinked ? MAX_WITH_LINKED : MAX_WITH_BEFORE;
  const start = before && answer.end - before.start <= most ? before.start : answer.start;
  const below = after ? null : ledInto(article, block);
  if (below) return { start, end: below.end, cutFrom: { start: block.start, end: below.cutFrom.end } };
  const end = after && after.end - start <= MAX_WITH_AFTER ? after.end : answer.end;
  return { start, end, cutFrom: block };
}

/** What follows a block that leads in to it, code or a list: as many blocks as there is room for, else the lines of the first. */
function ledInto({ text, paragraphs }: Article, block: Paragraph): Excerpted | null {
  const [first, ...rest] = paragraphs
    .slice(block.number, block.number + MAX_BELOW)
    .filter(({ group }) => group === block.group);
  const leads = first?.kind === 'code' || (first?.kind === 'item' && text.charAt(block.end - 1) === ':');
  if (!first || !leads || first.level < block.level) return null;
  const last = rest.findLast(({ end }) => end - first.start <= MAX_BELOW) ?? first;
  const end = last.end - first.start <= MAX_BELOW ? last.end : lineUpTo(text, first);
  return { start: first.start, end, cutFrom: { start: first.start, end: (rest.at(-1) ?? first).end } };
}

/** Where the last line of a block ends that there is room for, else a word. */
function lineUpTo(text: string, { start }: Span): number {
  const line = text.slice(start, start + MAX_BELOW).lastIndexOf('\n');
  return line > 0 ? start + line : wordUpTo(text, start, start + MAX_BELOW);
}

/** The block above that the sentence is only understood with; of several sentences the last. */
function aboveOf(
  { sentences, paragraphs }: Article,
  { paragraph }: Sentence,
  answer: Span,
): Excerpted | null {
  const above = blockAbove(paragraphs, paragraph);
  const { start, end } = sentences[(above?.endSentence ?? 0) - 1] ?? { start: 0, end: 0 };
  const length = end - start;
  const hasRoom = length <= MAX_ABOVE && length + answer.end - answer.start <= MAX_WITH_ABOVE;
  return above && hasRoom ? { start, end, cutFrom: above } : null;
}

/**
 * As much of a sentence as one line has room for, with the words in it that matter, and no line end. It neither begins nor ends
 * amid a quotation, but where that has no room: then it is a part of it, without its marks.
 */
export function lineOf({ article, sentence }: SentencePlace, matters: Span): Span {
  const { text, sentences } = article;
  const whole = unbroken(article, sentences[sentence] as Sentence, matters.start);
  const line = quotationThatIsCut(text, whole, matters.start) ?? whole;
  if (line.end - line.start <= MAX_LINE) return line;
  const from = matters.start - LINE_BEFORE;
  const isNear = matters.end - line.start <= MAX_LINE;
  const start = isNear || from <= line.start ? line.start : phraseFrom(text, line.start, from, matters.start);
  if (start + MAX_LINE >= line.end) return { start, end: line.end };
  const needed = matters.end - start;
  const least = needed < MAX_LINE ? Math.max(needed - 1, MAX_LINE / 3) : MAX_LINE / 2;
  return { start, end: start + cutWithin(text.slice(start, start + MAX_LINE + 1), least, MAX_LINE) };
}

/** The words, without their marks, of the quotation that an offset is in, where a line has no room for it or not all of it. */
function quotationThatIsCut(text: string, line: Span, offset: number): Span | null {
  const words = text.slice(line.start, line.end);
  const at = offset - line.start;
  const found = enclosedIn(words).find(({ start, end }) => at >= start && at < end);
  const part = words.slice(found?.start, found?.end);
  const opens = /^["“«]/.test(part);
  const closes = /["”»]$/.test(part) && part.length > 1;
  if (!found || !(opens || closes)) return null;
  if (opens && closes && words.length <= MAX_LINE) return null;
  const inside = {
    start: line.start + found.start + Number(opens),
    end: line.start + found.end - Number(closes),
  };
  return inside.end > inside.start && at >= Number(opens) ? inside : null;
}

/** Where a phrase begins between two offsets, outside of brackets and quotation marks, else a word. */
function phraseFrom(text: string, first: number, from: number, to: number): number {
  const words = text.slice(first, to);
  const together = enclosedIn(words).filter(({ end }) => end < words.length);
  const begins = phraseEnds(words).find((at) => at >= from - first && !isAmid(together, at));
  const space = begins === undefined ? 0 : (/^\s*/.exec(words.slice(begins))?.[0].length ?? 0);
  return begins === undefined || begins + space >= words.length
    ? wordFrom(text, from, to)
    : first + begins + space;
}

/** The line of a sentence that an offset is in, where it has several that are shown as such. */
function unbroken(article: Article, { start, end }: Span, offset: number): Span {
  if (!shownWords(article, { start, end }).includes('\n')) return { start, end };
  const from = Math.max(start, article.text.lastIndexOf('\n', offset - 1) + 1);
  const to = article.text.indexOf('\n', offset);
  return { start: from, end: to < 0 ? end : Math.min(end, to) };
}

/** Where a word begins between two offsets, else a character. */
function wordFrom(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s\S/);
  if (space >= 0) return from + space + 1;
  return from + (/^[\uDC00-\uDFFF]/.test(text.charAt(from)) ? 1 : 0);
}

/** Where the last word ends between two offsets, else a character. */
function wordUpTo(text: string, from: number, to: number): number {
  const words = text.slice(from, to);
  return from + (words.replace(/\s+\S*$/, '') || words).replace(/[\uD800-\uDBFF]$/, '').length;
}
