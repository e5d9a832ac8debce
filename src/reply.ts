import type { Article, Span } from './corpus/article.js';

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
}

/** A line in the bot's own words. */
export interface NoteItem {
  readonly kind: 'note';
  readonly text: string;
}

export type Item = QuotedItem | NoteItem;

/** What belongs together on a screen. */
export interface Card {
  readonly items: readonly Item[];
  /** Label of the button that leads from here to the next card, where it is not the reply's. */
  readonly next?: string;
}

/** An answer to a command. */
export interface Reply {
  /** For the asker's eyes only: what was asked quietly, misses, errors. */
  readonly private: boolean;
  /** What was asked, in the asker's words, repeated above the answer. */
  readonly question: string | null;
  readonly cards: readonly Card[];
  /** One card a screen, or as many as fit. */
  readonly layout: 'one-card' | 'flow';
  /** What the cards are called on the buttons ("passage", "page"). */
  readonly unit: string;
  /**
   * Positions from which the same command rebuilds the same cards, so that a button works after a restart; at most
   * `MAX_MEMORY_LENGTH` characters of `[0-9a-z.~-]`. Never the question.
   */
  readonly memory: string;
}

/** Longest `Reply.memory`: what Discord's 100 characters of a button's id leave beside asker, stamp, command and page. */
export const MAX_MEMORY_LENGTH = 56;

export const note = (text: string): NoteItem => ({ kind: 'note', text });

export const quoted = (article: Article, { start, end }: Span, emphasis: Span | null = null): QuotedItem => ({
  kind: 'quotation',
  article,
  start,
  end,
  emphasis,
});

/** A reply of the bot's own words alone. */
export const say = (text: string, { isPrivate = true } = {}): Reply => ({
  private: isPrivate,
  question: null,
  cards: [{ items: [note(text)] }],
  layout: 'one-card',
  unit: 'page',
  memory: '',
});
