import pc from 'picocolors';
import type { Span } from '../corpus/article.js';
import { citationOf } from '../corpus/citation.js';
import type { Card, QuotedItem, Reply } from '../reply.js';

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
    .map((item) => (item.kind === 'note' ? visible(item.text) : renderQuotation(item, ++number)))
    .join('\n');
}

/** All cards of a reply that flows, the one asked for of a reply of one card a screen. */
export function renderReply(reply: Reply, index = 0): string {
  if (reply.layout === 'flow' && index === 0) return reply.cards.map(renderCard).join('\n');
  const card = reply.layout === 'flow' ? undefined : reply.cards[index];
  return card ? renderCard(card) : `There is no further ${reply.unit}.`;
}

/** The quotation with the answer in bold; where nothing can be bold, the answer alone, so that it is seen at once. */
function renderQuotation(item: QuotedItem, number: number): string {
  const { article, emphasis } = item;
  const shown = emphasis !== null && !pc.isColorSupported ? emphasis : item;
  const citation = pc.dim(`[${number}] ${visible(citationOf(article, emphasis ?? item))}`);
  return `${eachLine(styled(article.text, shown, emphasis), (line) => QUOTE_MARGIN + line)}\n  ${citation}`;
}

function styled(text: string, { start, end }: Span, bold: Span | null): string {
  if (bold === null) return visible(text.slice(start, end));
  const answer = eachLine(visible(text.slice(bold.start, bold.end)), pc.bold);
  return visible(text.slice(start, bold.start)) + answer + visible(text.slice(bold.end, end));
}

const eachLine = (text: string, style: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : style(line)))
    .join('\n');
