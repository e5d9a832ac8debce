import type { Article, BlockKind } from '../corpus/article.js';
import { citationsOf } from '../corpus/citation.js';
import { perArticle } from '../corpus/per-article.js';
import { firstEndingAfter } from '../corpus/spans.js';
import { type Card, type Item, type NoteItem, note, type QuotedItem, type Reply } from '../reply.js';
import { boldIn, overlaps } from '../showing.js';
import type { Span } from '../text/span.js';
import { MAX_OPTIONS } from './limits.js';
import { markupOf, type Piece, type Source, sourcesOf } from './markup.js';
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

  /** What it cites, in the order of the numbers. */
  get sources(): Source[] {
    return sourcesOf(this.#pieces);
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

/**
 * Lays a reply out in pages that Discord takes: a card begins a page of its own (or follows the one before, in a
 * reply that flows), and what is too long for a page goes on on the next, cut at a paragraph's end, else a
 * sentence's, else between words; what leads a card stands on each of its pages. `heading` is the markup that stands above every page. What stands on a page is told by
 * what it takes at most, so that of a thousand pages only the one that is shown is made.
 */
export function layOut({ cards, layout }: Reply, heading: string): Page[] {
  const pages = new Pages(roomUnder(heading));
  for (const [number, card] of cards.entries())
    pages.add(card, number, layout === 'one-card' || card.opens === true);
  return pages.close();
}

class Pages {
  readonly #empty: Room;
  readonly #closed: Page[] = [];
  #open: Piece[] = [];
  #choices = 0;
  #left: Room;

  constructor(empty: Room) {
    this.#empty = empty;
    this.#left = empty;
  }

  /** A card that fits on a page is not torn apart, and all that can be chosen from the cards of a page fits in one list. */
  add({ lead, items, choices }: Card, card: number, isAlone: boolean): void {
    const above = lead === undefined ? [] : [wholeOf(note(lead), card)];
    const whole = items.map((item) => wholeOf(item, card));
    const size = sizeOfAll([...above, ...whole], this.#empty);
    const more = choices?.ways.length ?? 0;
    const isFull = this.#choices + more > MAX_OPTIONS;
    if (isAlone || isFull || size === null || !holds(this.#left, size)) this.close();
    this.#choices += more;
    if (size !== null) {
      this.#put([...above, ...whole], size);
      return;
    }
    this.#begin(above);
    for (const piece of whole) this.#addInParts(piece, above);
  }

  /** Begins a new page; all that there are. */
  close(): Page[] {
    if (this.#open.length > 0) this.#closed.push(new Page(this.#open));
    this.#open = [];
    this.#choices = 0;
    this.#left = this.#empty;
    return this.#closed;
  }

  #addInParts(piece: Piece, above: readonly Piece[]): void {
    for (let rest: Piece | null = piece; rest !== null; ) {
      let fitting = fittingPart(rest, this.#left);
      // Only what follows notes alone is begun on their page and cut; else a new page may hold it whole.
      if (!fitting.isWhole && (this.#open.some(isQuotation) || rest.item.kind !== 'quotation')) {
        this.close();
        this.#begin(above);
        fitting = fittingPart(rest, this.#left);
      }
      const part: Piece = fitting.isWhole ? rest : firstPart(rest, fitting.end);
      this.#put([part], fitting.isWhole ? fitting.size : this.#left);
      rest = after(part, rest);
    }
  }

  #begin(above: readonly Piece[]): void {
    this.#put(above, sizeOfAll(above, this.#left) ?? NOTHING);
  }

  #put(pieces: readonly Piece[], size: Room): void {
    this.#open.push(...pieces);
    this.#left = minus(this.#left, size);
  }
}

/** The page to open first: that of the card that opens, else the one of the first card that shows the words in bold. */
export const openingPage = (pages: readonly Page[], cards: readonly Card[]): number =>
  pageOfCard(
    pages,
    Math.max(
      0,
      cards.findIndex(({ opens }) => opens),
    ),
  );

/** The page of a card to open first: the one that shows its words in bold, else its first. */
export function pageOfCard(pages: readonly Page[], card: number): number {
  const first = pages.findIndex((page) => page.cards.includes(card));
  const answer = pages.findIndex((page) => page.card === card && page.hasAnswer);
  return Math.max(0, answer < 0 ? first : answer);
}

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
  if (item.kind === 'aside') {
    const size = [item.lead, item.article.text.slice(item.start, item.end)].map(sizeOf).reduce(plus, around);
    return { isWhole: holds(room, size), end: span.end, size };
  }
  const { end, size } = measured(item, span, minus(room, around));
  return { isWhole: end === span.end, end, size: plus(size, around) };
}

/** As `measure`, with the marks around all that is in bold but one. */
function measured(item: QuotedItem, span: Span, room: Room): { end: number; size: Room } {
  const { text } = item.article;
  const first = measure(text, span, room);
  const more = boldIn(item, { start: span.start, end: first.end }).length - 1;
  if (more <= 0) return first;
  const marks = { characters: BOLD_MARKS * more, bytes: BOLD_MARKS * more };
  const { end, size } = measure(text, span, minus(room, marks));
  return { end, size: plus(size, marks) };
}

/** `**` and `**`, and the two parts that then begin may each open a list. */
const BOLD_MARKS = 6;

/** A text that is made when it is shown is not asked for. */
function sizeOfNote(item: NoteItem): Room {
  const { strong, before = '', command } = item;
  const line = plus(sizeOf(item.within ?? item.text), NOTE_MARKUP);
  const size = command === undefined ? line : plus(line, plus(sizeOf(command), COMMAND_MARKUP));
  return strong === undefined ? size : plus(size, sizeOf(before + strong));
}

const NOTHING = markup(0);

/** `** ** ` and the line's end. */
const NOTE_MARKUP = markup(8);

/** `</`, `:`, an id of 20 digits and `> `. */
const COMMAND_MARKUP = markup(25);

/** `…`, `> `, `**`, `**`, `…`, `-# [100] ` and the line ends; each part of what is partly bold may open a list. A line has less. */
const QUOTATION_MARKUP = markup(26);

/** What stands around the words of a quotation, with the citation that takes most. */
const sizeAround = perArticle(sizeOfCitation, (_, article) => sizeOfCitation(article));

function sizeOfCitation(article: Article): Room {
  const [head = '', ...places] = citationsOf(article);
  const place = places.map(sizeOf).reduce(larger, NOTHING);
  return [sizeOf(head), place].reduce(plus, QUOTATION_MARKUP);
}

const larger = (a: Room, b: Room): Room => ({
  characters: Math.max(a.characters, b.characters),
  bytes: Math.max(a.bytes, b.bytes),
});

/** Of a note, which is never cut. */
const NO_SPAN: Span = { start: 0, end: 0 };

function wholeOf(item: Item, card: number): Piece {
  if (item.kind === 'note') return { item, span: NO_SPAN, card };
  return { item, span: trimEnd(item.article, item), card };
}

/** A quotation up to `end`, cut where it can best be cut. */
function firstPart(rest: Piece, end: number): Piece {
  const { item, span } = rest;
  if (item.kind !== 'quotation') return rest;
  const { start } = span;
  const cut = bestCut(item.article, start, Math.max(end, start + 1));
  return { ...rest, span: trimEnd(item.article, { start, end: cut }) };
}

/** What is left of `rest` after its first part, from the next word on. */
function after({ item, span }: Piece, rest: Piece): Piece | null {
  if (item.kind !== 'quotation' || span.end >= rest.span.end) return null;
  const start = nextWord(item.article.text, span.end, rest.span.end);
  return start < rest.span.end ? { ...rest, span: { start, end: rest.span.end } } : null;
}

/**
 * The last paragraph's end up to `limit`, else the last sentence's, none of a heading, which stays with what it heads, unless
 * there are headings alone; else the last space, else between characters.
 */
function bestCut({ text, paragraphs, sentences }: Article, start: number, limit: number): number {
  const within = { start, end: limit };
  const cut =
    lastEnd(paragraphs, within, isHeading) ??
    lastEnd(sentences, within, isHeading) ??
    lastEnd(paragraphs, within, () => false);
  if (cut !== null) return cut;
  const space = text.slice(start, limit).search(/\s\S*$/);
  if (space > 0) return start + space;
  return /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) && limit - 1 > start ? limit - 1 : limit;
}

const isHeading = ({ kind }: { readonly kind: BlockKind }): boolean => kind === 'heading';

/** Where the last of some ascending spans ends that does so within another and is not left out; `null` where none does. */
function lastEnd<T extends Span>(
  spans: readonly T[],
  { start, end }: Span,
  isOut: (span: T) => boolean,
): number | null {
  for (let at = firstEndingAfter(spans, end) - 1; at >= 0; at--) {
    const span = spans[at] as T;
    if (span.end <= start) break;
    if (!isOut(span)) return span.end;
  }
  return null;
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
