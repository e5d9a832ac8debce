import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Article } from '../corpus/article.js';
import { addressOf, briefCitationOf, citationOf } from '../corpus/citation.js';
import { shownWords } from '../corpus/passage.js';
import { type AsideItem, type Card, type NoteItem, note, type QuotedItem, type Reply } from '../reply.js';
import { asideWords, boldIn } from '../showing.js';
import { inLine } from '../text/direction.js';
import type { Span } from '../text/span.js';
import { visible } from '../text/visible.js';
import { colours, hasColours } from './colours.js';

const QUOTE_MARGIN = '  │ ';
const CITATION_MARGIN = '  ';

/** The width of a terminal that does not tell its own. */
const DEFAULT_COLUMNS = 80;

/** One card as lines of text, its citations numbered from 1, in colours where the terminal has them. */
function renderCard({ lead, items }: Card): string {
  let number = 0;
  const shown = items.map((item) => {
    if (item.kind === 'note') return renderNote(item);
    if (item.kind === 'aside') return renderAside(item, ++number);
    return renderQuotation(item, ++number);
  });
  return [...(lead === undefined ? [] : [renderNote(note(lead))]), ...shown].join('\n');
}

/** All cards of a reply that flows, the one asked for of a reply of one card a screen. */
export function renderReply(reply: Reply, index = 0): string {
  const card =
    reply.layout === 'flow' ? { items: reply.cards.flatMap(({ items }) => items) } : reply.cards[index];
  const isOver = card === undefined || (reply.layout === 'flow' && index > 0);
  return isOver ? `There is no further ${reply.unit}.` : renderCard(card);
}

function renderNote({ text, strong, before = '', command }: NoteItem): string {
  const words = visible(text);
  if (command !== undefined) return wrapped(`/${command} ${words}`);
  return wrapped(
    strong === undefined ? words : `${visible(before)} ${colours.bold(visible(strong))} ${words}`.trim(),
  );
}

/** The quotation with its emphasis in bold; where nothing can be bold, a sentence that answers stands for its excerpt. */
function renderQuotation(item: QuotedItem, number: number): string {
  const { article, emphasis, cutFrom } = item;
  const shown = emphasis !== null && !hasColours && cutFrom ? emphasis : item;
  const words = wrapped(styled(item, shown), QUOTE_MARGIN);
  const [before, after] = cutFrom ? [shown.start > cutFrom.start, shown.end < cutFrom.end] : [false, false];
  return [
    ...(before ? [`${CITATION_MARGIN}…`] : []),
    words,
    ...(after ? [`${CITATION_MARGIN}…`] : []),
    citation(`[${number}] ${citationOf(article, emphasis ?? item)}`),
    ...addressesOf(article, emphasis ?? item).map(citation),
  ].join('\n');
}

const citation = (text: string): string => wrapped(colours.dim(visible(text)), CITATION_MARGIN);

/** Where the article can be read; a button tells it elsewhere. */
function addressesOf(article: Article, span: Span): string[] {
  const address = addressOf(article, span, Number.POSITIVE_INFINITY);
  return address === null ? [] : [address];
}

/** `Also: “the words” … – [2] Title`. */
function renderAside(item: AsideItem, number: number): string {
  const source = `[${number}] ${briefCitationOf(item.article)}`;
  return citation(inLine([`${item.lead} ${asideWords(item)} –`, source], ' '));
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

function styled(item: QuotedItem, { start, end }: Span): string {
  const words = (from: number, to: number) => visible(shownWords(item.article, { start: from, end: to }));
  if (!hasColours) return words(start, end);
  let shown = '';
  let from = start;
  for (const bold of boldIn(item, { start, end })) {
    shown += words(from, bold.start) + eachLine(words(bold.start, bold.end), colours.bold);
    from = bold.end;
  }
  return shown + words(from, end);
}

const eachLine = (text: string, style: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : style(line)))
    .join('\n');
