import type { Article } from './corpus/article.js';
import type { Span } from './text/span.js';

/**
 * What a command gives back: plain data, no Discord in it. The faces decide how it looks and how much of it fits
 * on a screen; they show every quotation as the slice it is, with its citation.
 */

/** `article.text.slice(start, end)`, shown as published and with its source. */
export interface QuotedItem extends Span {
  readonly kind: 'quotation';
  readonly article: Article;
  /** The part that answers, shown in bold; within the span. */
  readonly emphasis: Span | null;
  /** Other parts that are shown in bold like it, apart from it. */
  readonly alsoBold?: readonly Span[];
  /** What the span was cut from, when it was; its cut ends are marked. */
  readonly cutFrom?: Span;
  /** It is a text in full, whose headings are in bold too. */
  readonly isFull?: true;
}

/** A quotation in one line with its source, such as what another text says to the same: `Also: “…” – Title`. */
export interface AsideItem extends Span {
  readonly kind: 'aside';
  readonly article: Article;
  /** The bot's own words before it. */
  readonly lead: string;
  /** What the span was cut from; its cut ends are marked. */
  readonly cutFrom: Span;
}

/** A line in the bot's own words. */
export interface NoteItem {
  readonly kind: 'note';
  readonly text: string;
  /** Words of a text, as they stand there, shown in bold before the line. */
  readonly strong?: string;
  /** What stands before them. */
  readonly before?: string;
  /** A command of the bot that the line begins with, by its name; to be clicked where that is possible. */
  readonly command?: string;
  /** Words that are no shorter than the text, where it is made only when it is shown. */
  readonly within?: string;
}

/** A part of a card. */
export type Item = QuotedItem | AsideItem | NoteItem;

/** A way from a card to another reply, which opens for whoever takes it, privately. */
export interface Way {
  /** At most 80 characters on a button, 100 in a list of choices; what is longer is cut. */
  readonly label: string;
  /** A second line in a list of choices, at most 100 characters. */
  readonly description?: string;
  /** The command that reopens the other reply from a memory, as a button does. */
  readonly command: string;
  /** See `Reply.memory`. */
  readonly memory: string;
  /** The page to open, from 0; by default the one with the answer. */
  readonly page?: number;
  /** It is another place of what is shown, in whose stead it opens for whoever asked, as a page does. */
  readonly isWithin?: true;
}

/** A list to choose one way from. */
export interface Choices {
  /** What is to be chosen, at most 150 characters. */
  readonly placeholder: string;
  /** At most 25. */
  readonly ways: readonly Way[];
}

/** An address to open, at most 512 characters; what is longer is left out. The label has at most 80. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A button that leads to another card of the same reply. */
export interface Turn {
  readonly label: string;
  /** Its place in `Reply.cards`. */
  readonly card: number;
}

/** What belongs together on a screen. */
export interface Card {
  /** Stands above the items, on every page that shows some of them: how far they answer. */
  readonly lead?: string;
  readonly items: readonly Item[];
  /** Where one can go from here, in a reply of one card a screen. */
  readonly turns?: readonly Turn[];
  /** Begins a page, which is the one to open first. */
  readonly opens?: true;
  readonly ways?: readonly Way[];
  readonly choices?: Choices;
  readonly links?: readonly Link[];
}

/** An answer to a command. */
export interface Reply {
  /** An answer may be shared; a miss ("the texts do not say") and a notice (help, a mistake) concern the asker alone. */
  readonly kind: 'answer' | 'miss' | 'notice';
  /** For the asker's eyes only: what was asked quietly, misses, errors. */
  readonly private: boolean;
  /** What was asked, in the asker's words, repeated above the answer. */
  readonly question: string | null;
  readonly cards: readonly Card[];
  /** One card a screen, or as many as fit. */
  readonly layout: 'one-card' | 'flow';
  /** What the screens are called ("passage", "page"). */
  readonly unit: string;
  /**
   * Positions from which the same command rebuilds the same cards, so that a button works after a restart; at most
   * `MAX_MEMORY_LENGTH` characters of `[0-9a-z.~-]`. Never the question. `null` when it cannot be rebuilt from
   * positions; then all of it is shown at once.
   */
  readonly memory: string | null;
}

/** Longest `Reply.memory`: what Discord's 100 characters of a button's id leave beside asker, stamp, command and page. */
export const MAX_MEMORY_LENGTH = 56;

/** A line in the bot's own words; `strong` is put before it in bold. */
export const note = (text: string, strong?: string): NoteItem =>
  strong === undefined ? { kind: 'note', text } : { kind: 'note', text, strong };

/** A line in the bot's own words about a command, whose name stands before it. */
export const commandNote = (command: string, text: string): NoteItem => ({ kind: 'note', text, command });

/** A line in the bot's own words that is made when it is shown, and takes no more room than `within`. */
export const lateNote = (within: string, make: () => string): NoteItem => new LateNote(within, make);

class LateNote implements NoteItem {
  readonly kind = 'note';
  readonly within: string;
  readonly #make: () => string;

  constructor(within: string, make: () => string) {
    this.within = within;
    this.#make = make;
  }

  get text(): string {
    return this.#make();
  }
}

/** A span of an article, quoted; `emphasis` is the part of it that is shown in bold. */
export const quoted = (article: Article, { start, end }: Span, emphasis: Span | null = null): QuotedItem => ({
  kind: 'quotation',
  article,
  start,
  end,
  emphasis,
});

/** The opening words of a quotation that is longer than `max` UTF-16 units; the quotation itself when it is not. */
export function opening(item: QuotedItem, max: number): QuotedItem {
  const { article, start, end } = item;
  if (end - start <= max) return item;
  const words =
    article.text.slice(start, start + max).replace(/\s*\S*$/, '') || article.text.slice(start, start + max);
  return { ...item, end: start + words.replace(/[\uD800-\uDBFF]$/, '').length, cutFrom: { start, end } };
}

/** A reply of the bot's own words alone, a line each. */
export const say = (...lines: readonly string[]): Reply => ({
  kind: 'notice',
  private: true,
  question: null,
  cards: [{ items: lines.map((line) => note(line)) }],
  layout: 'flow',
  unit: 'page',
  memory: null,
});
