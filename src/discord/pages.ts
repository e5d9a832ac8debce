import type { Article } from '../corpus/article.js';
import { citationOf, citationsOf } from '../corpus/citation.js';
import { shownWords } from '../corpus/passage.js';
import { perArticle } from '../corpus/per-article.js';
import { firstEndingAfter } from '../corpus/spans.js';
import type { Card, Item, NoteItem, QuotedItem, Reply } from '../reply.js';
import type { Span } from '../text/span.js';
import { escapeMarkdown } from './escape.js';
import { holds, markup, measure, minus, plus, type Room, roomUnder, sizeOf } from './room.js';

/** What one message shows of a reply. */
export class Page {
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** Discord's Markdown; made when it is asked for. */
  get markup(): string {
    return markupOf(this.#pieces);
  }

  /** The card that it belongs to, by its place in the reply; with several on a page, the last. */
  get card(): number {
    return this.#pieces.at(-1)?.card ?? 0;
  }

  /** All cards that it shows something of. */
  get cards(): number[] {
    return [...new Set(this.#pieces.map(({ card }) => card))];
  }

  /** Whether it shows the emphasised words. */
  get hasAnswer(): boolean {
    return this.#pieces.some(
      ({ item, span }) =>
        item.kind === 'quotation' && item.emphasis !== null && overlaps(item.emphasis, span),
    );
  }
}

/** A note, or the part of a quotation that one page holds. */
interface Piece {
  readonly item: Item;
  readonly span: Span;
  readonly card: number;
}

/**
 * Lays a reply out in pages that Discord takes: a card begins a page of its own (or follows the one before, in a
 * reply that flows), and what is too long for a page goes on on the next, cut at a paragraph's end, else a
 * sentence's, else between words. `heading` is the markup that stands above every page. What stands on a page is told by
 * what it takes at most, so that of a thousand pages only the one that is shown is made.
 */
export function layOut({ cards, layout }: Reply, heading: string): Page[] {
  const pages = new Pages(roomUnder(heading));
  for (const [number, card] of cards.entries()) pages.add(card, number, layout === 'one-card');
  return pages.close();
}

class Pages {
  readonly #empty: Room;
  readonly #closed: Page[] = [];
  #open: Piece[] = [];
  #left: Room;

  constructor(empty: Room) {
    this.#empty = empty;
    this.#left = empty;
  }

  /** A card that fits on a page is not torn apart. */
  add({ items }: Card, card: number, isAlone: boolean): void {
    const whole = items.map((item) => wholeOf(item, card));
    const size = sizeOfAll(whole, this.#empty);
    if (isAlone || size === null || !holds(this.#left, size)) this.close();
    if (size === null) for (const piece of whole) this.#addInParts(piece);
    else this.#put(whole, size);
  }

  /** Begins a new page; all that there are. */
  close(): Page[] {
    if (this.#open.length > 0) this.#closed.push(new Page(this.#open));
    this.#open = [];
    this.#left = this.#empty;
    return this.#closed;
  }

  #addInParts(piece: Piece): void {
    for (let rest: Piece | null = piece; rest !== null; ) {
      let fitting = fittingPart(rest, this.#left);
      // Only what follows notes alone is begun on their page and cut; else a new page may hold it whole.
      if (!fitting.isWhole && (this.#open.some(isQuotation) || rest.item.kind === 'note')) {
        this.close();
        fitting = fittingPart(rest, this.#left);
      }
      const part: Piece = fitting.isWhole ? rest : firstPart(rest, fitting.end);
      this.#put([part], fitting.isWhole ? fitting.size : this.#left);
      rest = after(part, rest);
    }
  }

  #put(pieces: readonly Piece[], size: Room): void {
    this.#open.push(...pieces);
    this.#left = minus(this.#left, size);
  }
}

/** The page to open first: the one of the first card that shows the words in bold. */
export const openingPage = (pages: readonly Page[]): number =>
  Math.max(
    0,
    pages.findIndex(({ card, hasAnswer }) => card === 0 && hasAnswer),
  );

const isQuotation = ({ item }: Piece): boolean => item.kind === 'quotation';

/** What pieces take together; `null` when it is more than there is room for. */
function sizeOfAll(pieces: readonly Piece[], room: Room): Room | null {
  let sum = NOTHING;
  for (const piece of pieces) {
    const { isWhole, size } = fittingPart(piece, minus(room, sum));
    if (!isWhole) return null;
    sum = plus(sum, size);
  }
  return sum;
}

/** How much of a piece there is room for. */
interface Fitting {
  readonly isWhole: boolean;
  /** Where it ends in the article. */
  readonly end: number;
  /** What it takes at most. */
  readonly size: Room;
}

function fittingPart({ item, span }: Piece, room: Room): Fitting {
  if (item.kind === 'note') {
    const size = sizeOfNote(item);
    return { isWhole: holds(room, size), end: span.end, size };
  }
  const around = sizeAround(item.article);
  const { end, size } = measure(item.article.text, span, minus(room, around));
  return { isWhole: end === span.end, end, size: plus(size, around) };
}

/** A text that is made when it is shown is not asked for. */
function sizeOfNote(item: NoteItem): Room {
  const { strong, before = '' } = item;
  const size = plus(sizeOf(item.within ?? item.text), NOTE_MARKUP);
  return strong === undefined ? size : plus(size, sizeOf(before + strong));
}

const NOTHING = markup(0);

/** `** ** ` and the line's end. */
const NOTE_MARKUP = markup(8);

/** `…`, `> `, `**`, `**`, `…`, `-# [100] ` and the line ends; each part of what is partly bold may open a list. */
const QUOTATION_MARKUP = markup(26);

/** What stands around the words of a quotation, with the citation that takes most. */
const sizeAround = perArticle(sizeOfCitation, (_, article) => sizeOfCitation(article));

function sizeOfCitation(article: Article): Room {
  const { head, places, links } = citationsOf(article);
  const [place, link] = [places, links].map((parts) => parts.map(sizeOf).reduce(larger, NOTHING));
  return [sizeOf(head), place, link].reduce((sum: Room, size = NOTHING) => plus(sum, size), QUOTATION_MARKUP);
}

const larger = (a: Room, b: Room): Room => ({
  characters: Math.max(a.characters, b.characters),
  bytes: Math.max(a.bytes, b.bytes),
});

/** Of a note, which is never cut. */
const NO_SPAN: Span = { start: 0, end: 0 };

const wholeOf = (item: Item, card: number): Piece =>
  item.kind === 'note' ? { item, span: NO_SPAN, card } : { item, span: trimEnd(item.article, item), card };

/** A quotation up to `end`, cut where it can best be cut. */
function firstPart(rest: Piece, end: number): Piece {
  const { item, span } = rest;
  if (item.kind === 'note') return rest;
  const { start } = span;
  const cut = bestCut(item.article, start, Math.max(end, start + 1));
  return { ...rest, span: trimEnd(item.article, { start, end: cut }) };
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
