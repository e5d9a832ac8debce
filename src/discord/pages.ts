import type { Article } from '../corpus/article.js';
import { citationOf } from '../corpus/citation.js';
import { shownWords } from '../corpus/passage.js';
import { firstEndingAfter } from '../corpus/spans.js';
import type { Item, NoteItem, QuotedItem, Reply } from '../reply.js';
import type { Span } from '../text/span.js';
import { escapeMarkdown } from './escape.js';
import { MAX_MESSAGE_BYTES, MAX_MESSAGE_TEXT } from './limits.js';

/** What one message shows of a reply, as Discord's Markdown. */
export interface Page {
  readonly markup: string;
  /** The card that it belongs to, by its place in the reply; with several on a page, the last. */
  readonly card: number;
  /** Whether it shows the emphasised words, or there are none in its card. */
  readonly hasAnswer: boolean;
}

/** A note, or the part of a quotation that one page holds. */
interface Piece {
  readonly item: Item;
  readonly span: Span;
  readonly card: number;
}

/** Room for the page's footer and the line ends between the text displays. */
const MARGIN = 60;

/**
 * Lays a reply out in pages that Discord takes: a card begins a page of its own (or follows the one before, in a
 * reply that flows), and what is too long for a page goes on on the next, cut at a paragraph's end, else a
 * sentence's, else between words. `heading` is the markup that stands above every page.
 */
export function layOut(reply: Reply, heading: string): Page[] {
  const pages: Page[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0) pages.push(toPage(open));
    open = [];
  };
  const hasRoom = (piece: Piece) => fits([...open, piece], heading);
  for (const [card, { items }] of reply.cards.entries()) {
    const whole = items.map((item) => wholeOf(item, card));
    // A card that fits on a page is not torn apart.
    if (reply.layout === 'one-card' || !fits([...open, ...whole], heading)) close();
    for (const piece of whole) {
      for (let rest: Piece | null = piece; rest !== null; ) {
        // Only what follows notes alone is begun on their page and cut; else a new page may hold it whole.
        if (!hasRoom(rest) && (open.some(isQuotation) || rest.item.kind === 'note')) close();
        const part = hasRoom(rest) ? rest : firstPart(rest, hasRoom);
        open.push(part);
        rest = after(part, rest);
      }
    }
  }
  close();
  return pages;
}

/** The page to open first: the one of the first card that shows the words in bold. */
export const openingPage = (pages: readonly Page[]): number =>
  Math.max(
    0,
    pages.findIndex(({ card, hasAnswer }) => card === 0 && hasAnswer),
  );

const toPage = (pieces: readonly Piece[]): Page => ({
  markup: markupOf(pieces),
  card: pieces.at(-1)?.card ?? 0,
  hasAnswer: pieces.some(
    ({ item, span }) => item.kind === 'quotation' && item.emphasis !== null && overlaps(item.emphasis, span),
  ),
});

const isQuotation = ({ item }: Piece): boolean => item.kind === 'quotation';

function fits(pieces: readonly Piece[], heading: string): boolean {
  // Markup is never shorter than its text, so what is far too long need not be escaped to see it.
  if (pieces.some(({ span }) => span.end - span.start > MAX_MESSAGE_TEXT)) return false;
  const text = heading + markupOf(pieces);
  return text.length + MARGIN <= MAX_MESSAGE_TEXT && Buffer.byteLength(text) + MARGIN <= MAX_MESSAGE_BYTES;
}

const wholeOf = (item: Item, card: number): Piece =>
  item.kind === 'note'
    ? { item, span: { start: 0, end: item.text.length }, card }
    : { item, span: trimEnd(item.article, item), card };

/** As much of a quotation as there is room for, cut where it can best be cut. */
function firstPart(rest: Piece, hasRoom: (piece: Piece) => boolean): Piece {
  const { item, span } = rest;
  if (item.kind === 'note') return rest;
  const { start } = span;
  const upTo = (end: number): Piece => ({ ...rest, span: { start, end } });
  let end = Math.min(span.end, start + MAX_MESSAGE_TEXT);
  while (end > start + 1 && !hasRoom(upTo(end))) end = start + Math.floor((end - start) * 0.9);
  return upTo(trimEnd(item.article, { start, end: bestCut(item.article, start, end) }).end);
}

/** What is left of `rest` after its first part, from the next word on. */
function after({ item, span }: Piece, rest: Piece): Piece | null {
  if (item.kind === 'note' || span.end >= rest.span.end) return null;
  const start = nextWord(item.article.text, span.end, rest.span.end);
  return start < rest.span.end ? { ...rest, span: { start, end: rest.span.end } } : null;
}

/** The last paragraph's end up to `limit`, else the last sentence's, else the last space, else between characters. */
function bestCut(article: Article, start: number, limit: number): number {
  const lastEnd = (spans: readonly Span[]) => spans[firstEndingAfter(spans, limit) - 1]?.end ?? start;
  const cut = [lastEnd(article.paragraphs), lastEnd(article.sentences)].find((end) => end > start);
  if (cut !== undefined) return cut;
  const space = article.text.slice(start, limit).search(/\s\S*$/);
  if (space > 0) return start + space;
  return /[\uD800-\uDBFF]/.test(article.text.charAt(limit - 1)) && limit - 1 > start ? limit - 1 : limit;
}

function nextWord(text: string, from: number, end: number): number {
  const white = /\s*/y;
  white.lastIndex = from;
  white.exec(text);
  return Math.min(end, white.lastIndex);
}

const trimEnd = ({ text }: Article, { start, end }: Span): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
});

function markupOf(pieces: readonly Piece[]): string {
  let number = 0;
  return pieces
    .map(({ item, span }) =>
      item.kind === 'note' ? noteMarkup(item) : quotationMarkup(item, span, ++number),
    )
    .join('\n');
}

const noteMarkup = ({ text, strong, before = '' }: NoteItem): string =>
  strong === undefined
    ? escapeMarkdown(text)
    : `${escapeMarkdown(before)} **${escapeMarkdown(strong)}** ${escapeMarkdown(text)}`.trim();

/** A block quote with the emphasis in bold, a cut marked outside it, and the citation under it. */
function quotationMarkup(item: QuotedItem, span: Span, number: number): string {
  const { article, emphasis } = item;
  const shown = emphasis !== null && overlaps(emphasis, span) ? intersection(emphasis, span) : null;
  const lines = [
    ...(isCut(article, item, span.start) ? ['…'] : []),
    `> ${words(article, span, shown).replaceAll('\n', '\n> ')}`,
    ...(isCut(article, item, span.end) ? ['…'] : []),
    `-# [${number}] ${escapeMarkdown(citationOf(article, shown ?? span))}`,
  ];
  return lines.join('\n');
}

function words(article: Article, { start, end }: Span, bold: Span | null): string {
  if (bold === null) return escapeMarkdown(shownWords(article, { start, end }));
  const isGlued = (at: number) => at > start && at < end && !/\s/.test(article.text.slice(at - 1, at + 1));
  const links = !isGlued(bold.start) && !isGlued(bold.end);
  const part = (from: number, to: number) =>
    escapeMarkdown(shownWords(article, { start: from, end: to }), links);
  return `${part(start, bold.start)}**${part(bold.start, bold.end)}**${part(bold.end, end)}`;
}

/** Whether the quotation is cut at an offset within it; between two paragraphs it is not. */
function isCut({ paragraphs }: Article, item: QuotedItem, at: number): boolean {
  const { start, end } = item.cutFrom ?? item;
  const paragraph = paragraphs[firstEndingAfter(paragraphs, at)];
  return at > start && at < end && paragraph !== undefined && paragraph.start < at;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

const intersection = (a: Span, b: Span): Span => ({
  start: Math.max(a.start, b.start),
  end: Math.min(a.end, b.end),
});
