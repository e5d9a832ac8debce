import type { Article, BlockKind, Paragraph } from '../corpus/article.js';
import { headOf } from '../corpus/passage.js';
import { firstEndingAfter } from '../corpus/spans.js';
import { wordsOfTurn } from '../corpus/turns.js';
import { PERIODS } from '../english/calendar.js';
import type { Span } from '../text/span.js';
import { type Attribute, attributeOf } from './attributes.js';
import { changeOf } from './changes.js';
import { scopeOf, timeAround, timeOf } from './contexts.js';
import type { Change, Figure } from './figure.js';
import { holdingOf } from './holders.js';
import { Names } from './names.js';
import type { Quantity } from './quantity.js';
import { numberedHeadings, referencesIn } from './references.js';
import { type Found, oddsOf, related, withSharedUnits } from './relations.js';
import { cellsOf, inRow } from './rows.js';
import { type Analysis, analyse } from './sentence.js';
import { Versions } from './versions.js';

/** Blocks in which no number is a figure. */
const SILENT: ReadonlySet<BlockKind> = new Set(['code', 'furniture']);

/**
 * Every figure of the article in order: numbers in digits and in words with what they count. Dates, years,
 * ordinals and the numbers in names, addresses, code and before sections and items are none. Linear in the length of the
 * text; never throws.
 */
export function figuresOf(article: Article): Figure[] {
  const { text, paragraphs, sentences } = article;
  const numbered = numberedHeadings(article);
  const versions = new Versions(text);
  const analyses = sentences.map((sentence) => {
    if (SILENT.has(sentence.kind) || sentence.kind === 'row') return null;
    const { start, end } = withoutLabel(text, sentence, paragraphs[sentence.paragraph]);
    return analyse(text, start, end);
  });
  const names = new Names(analyses.flatMap((analysis) => analysis ?? []));
  return sentences.flatMap((sentence, index) => {
    if (SILENT.has(sentence.kind)) return [];
    const references = referencesIn(text, sentence, paragraphs[sentence.paragraph], numbered, versions);
    const analysis = analyses[index];
    if (!analysis) return rowFigures(article, index, references);
    const figures = figuresIn(article, index, analysis, names, references);
    names.leave(analysis);
    return figures;
  });
}

/** The figures of a table's row, whose cells refer to nothing around them. */
function rowFigures(article: Article, sentence: number, references: readonly Span[]): Figure[] {
  const { text, sentences, paragraphs } = article;
  const row = sentences[sentence] as Article['sentences'][number];
  const cells = cellsOf(text, row, headOf(paragraphs, paragraphs[row.paragraph]?.group ?? -1)[0]);
  return cells.flatMap((cell) => {
    const analysis = analyse(text, cell.start, cell.end);
    const figures = figuresIn(article, sentence, analysis, new Names([analysis]), references);
    return inRow(text, cells, cell, figures);
  });
}

/** What is said in somebody's turn, without the name and time before it. */
function withoutLabel(text: string, { start, end }: Span, block: Paragraph | undefined): Span {
  const said = block && wordsOfTurn(text, block);
  return said ? { start: Math.min(end, Math.max(start, said.start)), end } : { start, end };
}

function figuresIn(
  article: Article,
  sentence: number,
  analysis: Analysis,
  names: Names,
  references: readonly Span[],
): Figure[] {
  const quantities = analysis.quantities.filter(
    (quantity) => !isWithin(spanOf(analysis, quantity), references),
  );
  const ends = new Map(quantities.map(({ first, end }) => [first, end]));
  const found: Found[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const last = found.at(-1);
    const lender = last?.quantity.unit === null && last.attribute.unit !== '' ? last.attribute : null;
    const attribute = attributeOf(analysis, quantity, ends, lender);
    if (isBareWord(analysis, quantity, attribute) || isInside(analysis, quantity, last)) continue;
    const odds = last ? oddsOf(analysis, last, quantity, attribute) : null;
    if (odds) {
      found[found.length - 1] = odds;
      continue;
    }
    const holding = holdingOf(analysis, quantity, attribute, names, last ?? null);
    const figure: Figure = {
      article,
      sentence,
      ...spanOf(analysis, quantity),
      ...holding,
      value: quantity.value,
      unit: attribute.unit,
      change: changeIn(analysis, quantity),
      scope: scopeOf(analysis, quantity, attribute),
      time: timeOf(analysis, quantity, quantities[at + 1]),
    };
    found.push({ quantity, attribute, figure: last ? related(analysis, last, quantity, figure) : figure });
  }
  return withSharedUnits(analysis, found);
}

/** `the two sat down`, `one is enough`, `a dozen`: a small number word that counts nothing is a pronoun. */
function isBareWord({ tokens, tags }: Analysis, quantity: Quantity, attribute: Attribute): boolean {
  if (attribute.unit !== '' || !quantity.spelled || quantity.scale >= 100 || quantity.fraction) return false;
  if (typeof quantity.value !== 'number') return false;
  if (quantity.value === 1 || quantity.scale > 1) return true;
  return tokens[quantity.end]?.lower !== 'of' && tags[quantity.first - 1] === 'determiner';
}

/** The number in `two 737 jets` is part of what the one before counts. */
function isInside({ tokens }: Analysis, quantity: Quantity, last: Found | undefined): boolean {
  if (quantity.unit !== null || last?.quantity.unit !== null || quantity.first >= last.attribute.end)
    return false;
  return !tokens.slice(last.quantity.end, quantity.first).some(({ lower }) => lower === 'of');
}

/** `over the past two years` bounds nothing. */
function changeIn(analysis: Analysis, quantity: Quantity): Change {
  const change = changeOf(analysis.tokens, quantity);
  return change !== '~' && (timeAround(analysis, quantity) || isDuring(analysis, quantity)) ? '=' : change;
}

/** `repealed over five years`: `over` bounds a duration only after `for`, `is` and the like. */
const isDuring = ({ tokens }: Analysis, { unit, first }: Quantity): boolean =>
  unit !== null &&
  PERIODS.has(unit) &&
  tokens[first - 1]?.lower === 'over' &&
  !/^(?:for|is|was|are|were|be|been|after|just|well|a|of)$/.test(tokens[first - 2]?.lower ?? 'for');

const isWithin = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  (spans[firstEndingAfter(spans, start)]?.start ?? end) < end;

function spanOf({ tokens }: Analysis, { first, signEnd }: Quantity): { start: number; end: number } {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[signEnd - 1]?.end ?? start };
}
