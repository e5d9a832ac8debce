import type { Article } from '../corpus/article.js';
import { briefCitationOf, citationOf } from '../corpus/citation.js';
import { shownWords } from '../corpus/passage.js';
import { firstEndingAfter } from '../corpus/spans.js';
import type { AsideItem, Item, NoteItem, QuotedItem } from '../reply.js';
import { asideWords, boldIn, overlaps } from '../showing.js';
import { inLine } from '../text/direction.js';
import type { Span } from '../text/span.js';
import { commandLink } from './command-links.js';
import { escapeMarkdown } from './escape.js';

/** A note, a line, or the part of a quotation that one page holds. */
export interface Piece {
  readonly item: Item;
  readonly span: Span;
  readonly card: number;
}

/** What a page cites. */
export interface Source {
  readonly article: Article;
  readonly span: Span;
  /** From 1. */
  readonly number: number;
}

/** The pieces of a page in Discord's Markdown, with their citations numbered from 1. */
export function markupOf(pieces: readonly Piece[]): string {
  let number = 0;
  return pieces
    .map(({ item, span }) => {
      if (item.kind === 'note') return noteMarkup(item);
      number++;
      return item.kind === 'aside' ? asideMarkup(item, number) : quotationMarkup(item, span, number);
    })
    .join('\n');
}

/** What the pieces of a page cite, in the order of their numbers. */
export const sourcesOf = (pieces: readonly Piece[]): Source[] =>
  pieces
    .flatMap(({ item, span }) => (item.kind === 'note' ? [] : [{ article: item.article, span }]))
    .map((source, i) => ({ ...source, number: i + 1 }));

function noteMarkup({ text, strong, before = '', command }: NoteItem): string {
  const words = escapeMarkdown(text);
  if (command !== undefined) return `${commandLink(command)} ${words}`;
  return strong === undefined
    ? words
    : `${escapeMarkdown(before)} **${escapeMarkdown(strong)}** ${words}`.trim();
}

/** A block quote with the emphasis in bold, a cut marked outside it, and the citation under it. */
function quotationMarkup(item: QuotedItem, span: Span, number: number): string {
  const { article, emphasis } = item;
  const isShown = emphasis !== null && overlaps(emphasis, span);
  const lines = [
    ...(isCut(article, item, span.start) ? ['…'] : []),
    `> ${words(article, span, boldIn(item, span)).replaceAll('\n', '\n> ')}`,
    ...(isCut(article, item, span.end) ? ['…'] : []),
    smallPrint(`[${number}] ${escapeMarkdown(citationOf(article, isShown ? emphasis : span))}`),
  ];
  return lines.join('\n');
}

/** `Also: “the words” … – [2] Title`, in small print. */
function asideMarkup(item: AsideItem, number: number): string {
  const source = `[${number}] ${escapeMarkdown(briefCitationOf(item.article))}`;
  return smallPrint(inLine([escapeMarkdown(`${item.lead} ${asideWords(item)} –`, false), source], ' '));
}

const smallPrint = (text: string): string => `-# ${text.replaceAll('\n', '\n-# ')}`;

function words(article: Article, { start, end }: Span, bold: readonly Span[]): string {
  const isGlued = (at: number) => at > start && at < end && !/\s/.test(article.text.slice(at - 1, at + 1));
  const links = !bold.some((run) => isGlued(run.start) || isGlued(run.end));
  const part = (from: number, to: number) =>
    escapeMarkdown(shownWords(article, { start: from, end: to }), links);
  let shown = '';
  let from = start;
  for (const run of bold) {
    shown += `${part(from, run.start)}**${part(run.start, run.end)}**`;
    from = run.end;
  }
  return shown + part(from, end);
}

/** Whether the quotation is cut at an offset within it; between two paragraphs it is not. */
function isCut({ paragraphs }: Article, item: QuotedItem, at: number): boolean {
  const { start, end } = item.cutFrom ?? item;
  const paragraph = paragraphs[firstEndingAfter(paragraphs, at)];
  return at > start && at < end && paragraph !== undefined && paragraph.start < at;
}
