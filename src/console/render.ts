import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Article } from '../corpus/article.js';
import { citationOf } from '../corpus/citation.js';
import { shownWords } from '../corpus/passage.js';
import { firstEndingAfter } from '../corpus/spans.js';
import type { Card, NoteItem, QuotedItem, Reply } from '../reply.js';
import type { Span } from '../text/span.js';
import { visible } from '../text/visible.js';
import { colours, hasColours } from './colours.js';

const QUOTE_MARGIN = '  │ ';
const CITATION_MARGIN = '  ';

/** The width of a terminal that does not tell its own. */
const DEFAULT_COLUMNS = 80;

/** One card as lines of text, its citations numbered from 1, in colours where the terminal has them. */
function renderCard(card: Card): string {
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

const renderNote = ({ text, strong, before = '' }: NoteItem): string =>
  wrapped(
    strong === undefined
      ? visible(text)
      : `${visible(before)} ${colours.bold(visible(strong))} ${visible(text)}`.trim(),
  );

/** The quotation with its emphasis in bold; where nothing can be bold, a sentence that answers stands for its paragraph. */
function renderQuotation(item: QuotedItem, number: number): string {
  const { article, emphasis } = item;
  const alone =
    emphasis !== null && !hasColours && isSentence(article, emphasis) && isParagraph(article, item);
  const shown = alone ? emphasis : item;
  const citation = colours.dim(`[${number}] ${visible(citationOf(article, emphasis ?? item))}`);
  const cut = item.cutFrom && item.end < item.cutFrom.end ? '\n  …' : '';
  const words = wrapped(styled(article, shown, emphasis), QUOTE_MARGIN);
  return `${words}${cut}\n${wrapped(citation, CITATION_MARGIN)}`;
}

/** The text with a margin before each line; on a terminal its lines are broken between words so that they fit. */
function wrapped(text: string, margin = ''): string {
  const { isTTY, columns } = process.stdout;
  const width = Math.max(20, (columns || DEFAULT_COLUMNS) - margin.length);
  const lines = isTTY ? eachLine(text, (line) => broken(line, width)) : text;
  return eachLine(lines, (line) => margin + line);
}

/** A line broken between words; its indentation stays. */
const broken = (line: string, width: number): string =>
  wrapAnsi(line, width, { hard: true, trim: !/^\s/.test(stripVTControlCharacters(line)) });

const isParagraph = ({ paragraphs }: Article, { start, end }: Span): boolean =>
  paragraphs[firstEndingAfter(paragraphs, start)]?.end === end;

const isSentence = ({ sentences }: Article, { start, end }: Span): boolean =>
  sentences.some((sentence) => sentence.start === start && sentence.end === end);

function styled(article: Article, { start, end }: Span, bold: Span | null): string {
  const words = (from: number, to: number) => visible(shownWords(article, { start: from, end: to }));
  if (bold === null || !hasColours) return words(start, end);
  return (
    words(start, bold.start) + eachLine(words(bold.start, bold.end), colours.bold) + words(bold.end, end)
  );
}

const eachLine = (text: string, style: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : style(line)))
    .join('\n');
