import { LABELS, NAMED_LABELS } from '../english/calendar.js';
import { isPlural, singular } from '../english/nouns.js';
import type { Span } from '../text/span.js';
import type { Figure } from './figure.js';

/** A cell of a table's row. */
export interface Cell extends Span {
  /** The name of its column, `null` when the row does not say it. */
  readonly column: string | null;
}

/** Longest name of a column, and longest first cell that names what its row is about. */
const MAX_NAME = 60;
const COLUMN = /^([^:·|]{1,60}): /;

/** Columns that number or name things instead of counting them. */
const NUMBERING =
  /^(?:#|№|ids?|nr|no|rank|rang|port|code|index|position|pos|zip|postcode|year|date|time|phone|order|seed|build|release)\.?$/;

/** A column that orders by names: `Rank: Captain`. */
const ORDERING = /^(?:rank|position|order) \D+$/i;

/**
 * The cells of a row, as a page writes it (`Armor: Plate · Cost: 1,500 gp`) or as plain text does (`| Plate | 1,500 gp |`),
 * where the row `head` above it names the columns.
 */
export function cellsOf(text: string, { start, end }: Span, head?: Span): Cell[] {
  const cells: Cell[] = [];
  const words = text.slice(start, end);
  const parter = words.startsWith('|') ? '|' : ' · ';
  const columns = parter === '|' && head ? text.slice(head.start, head.end).split('|') : [];
  let from = start;
  for (const [at, part] of words.split(parter).entries()) {
    const name = parter === '|' ? null : COLUMN.exec(part);
    const offset = name?.[0].length ?? 0;
    if (part.trim() !== '')
      cells.push({
        start: from + offset,
        end: from + part.length,
        column: name?.[1] ?? columns[at]?.trim() ?? null,
      });
    from += part.length + parter.length;
  }
  return cells;
}

/**
 * The figures of a cell, as the row tells them: where the cell is an amount and nothing else, its column says what is
 * counted, and the first cell of the row whose it is.
 */
export function inRow(
  text: string,
  cells: readonly Cell[],
  cell: Cell,
  figures: readonly Figure[],
): readonly Figure[] {
  const [figure] = figures;
  if (figures.length !== 1 || !figure || !isAmount(text, cell, figure)) return figures;
  const { column } = cell;
  if (column === null) return [{ ...figure, holder: holderIn(text, cells, cell) }];
  const noun = lastWord(column.replace(RATE, ''));
  const isBare = figure.unit === '';
  if (isBare && (NUMBERING.test(noun) || LABELS.has(noun) || NAMED_LABELS.has(noun))) return [];
  const counted = noun === 'age' ? 'year of age' : isPlural(noun) ? singular(noun) : '';
  const unit = isBare ? counted : figure.unit;
  const of = figure.of !== null && isPlural(lastWord(figure.of)) ? figure.of : column;
  return [{ ...figure, unit, of, holder: holderIn(text, cells, cell) }];
}

/** `Calls a day`, `Price per person`: what is counted stands before it. */
const RATE = / (?:an?|per|in|of) .*/;

/** Nothing but the figure and its unit. */
function isAmount(text: string, cell: Cell, figure: Figure): boolean {
  const before = text.slice(cell.start, figure.start);
  const after = text.slice(figure.end, cell.end).trim();
  return !/[\p{L}\p{N}]/u.test(before) && !/\s\S+\s|[,;:]/.test(after);
}

function holderIn(text: string, [first]: readonly Cell[], cell: Cell): string | null {
  if (!first || first === cell) return null;
  const name = text.slice(first.start, first.end).trim();
  const column = first.column ?? '';
  if (LABELS.has(column.toLowerCase()) && /^\d{1,4}$/.test(name)) return `${column} ${name}`;
  const names = name.length <= MAX_NAME && /\p{L}/u.test(name) && !ANSWER.test(name);
  const numbers = NUMBERING.test(lastWord(column)) && !ORDERING.test(`${column} ${name}`);
  return names && !numbers ? name : null;
}

/** A first cell that names nothing. */
const ANSWER = /^(?:yes|no|none|true|false|n\/a)$/i;

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
