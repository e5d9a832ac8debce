import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Article, Span } from '../corpus/article.js';
import { citationOf } from '../corpus/citation.js';
import type { Card, NoteItem, QuotedItem, Reply } from '../reply.js';

const QUOTE_MARGIN = '  │ ';

/** Control characters but line feed and tab; in a terminal they could move the cursor or worse. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The text with control characters made visible (`␛`), for people's eyes; JSON output has the text itself. */
export const visible = (text: string): string =>
  text.replace(CONTROL, (c) => (c < ' ' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '␡'));

/** One card as lines of text, its citations numbered from 1, in colours where the terminal has them. */
export function renderCard(card: Card): string {
  let number = 0;
  return card.items
    .map((item) => (item.kind === 'note' ? renderNote(item) : renderQuotation(item, ++number)))
    .join('\n');
}

/** All cards of a reply that flows, the one asked for of a reply of one card a screen. */
export function renderReply(reply: Reply, index = 0): string {
  const items =
    reply.layout === 'flow' ? reply.cards.flatMap((card) => card.items) : reply.cards[index]?.items;
  const isOver = items === undefined || (reply.layout === 'flow' && index > 0);
  return isOver ? `There is no further ${reply.unit}.` : renderCard({ items });
}

const renderNote = ({ text, strong }: NoteItem): string =>
  strong === undefined ? visible(text) : `${pc.bold(visible(strong))} ${visible(text)}`.trimEnd();

/** The quotation with its emphasis in bold; where nothing can be bold, a sentence that answers stands alone. */
function renderQuotation(item: QuotedItem, number: number): string {
  const { article, emphasis } = item;
  const shown = emphasis !== null && !pc.isColorSupported && isSentence(article, emphasis) ? emphasis : item;
  const citation = pc.dim(`[${number}] ${visible(citationOf(article, emphasis ?? item))}`);
  const cut = item.cutFrom && item.end < item.cutFrom.end ? '\n  …' : '';
  const words = wrapped(styled(article.text, shown, emphasis), QUOTE_MARGIN.length);
  return `${eachLine(words, (line) => QUOTE_MARGIN + line)}${cut}\n  ${citation}`;
}

/** On a terminal, lines broken between words so that each has the margin; elsewhere the text as it is. */
function wrapped(text: string, margin: number): string {
  const { isTTY, columns } = process.stdout;
  return isTTY ? wrapAnsi(text, Math.max(20, columns - margin), { hard: true }) : text;
}

const isSentence = ({ sentences }: Article, { start, end }: Span): boolean =>
  sentences.some((sentence) => sentence.start === start && sentence.end === end);

function styled(text: string, { start, end }: Span, bold: Span | null): string {
  if (bold === null || !pc.isColorSupported) return visible(text.slice(start, end));
  const answer = eachLine(visible(text.slice(bold.start, bold.end)), pc.bold);
  return visible(text.slice(start, bold.start)) + answer + visible(text.slice(bold.end, end));
}

const eachLine = (text: string, style: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : style(line)))
    .join('\n');
