import { parse } from 'csv-parse/sync';
import { type Document, DocumentWriter, type Note } from './document.js';
import { readPlain } from './plain.js';
import { rowText } from './row.js';

/** What parts the cells of a row, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** Characters by which the delimiter is told. */
const SAMPLE = 50_000;

/** The least share of rows that have as many cells as most; a file in which fewer do is prose with commas. */
const MIN_REGULAR = 0.6;

/** Longest name of a column; what is longer is a text. */
const MAX_NAME = 120;
const SENTENCE = /\s\S+\s.*[.!]$/;

/** A number, an amount, a date or a time: what stands in a table's cells, but names no column. */
const VALUE = /^[^\p{L}]*\d[^\p{L}]*$/u;

/** What Excel writes first to say what the delimiter is. */
const SEPARATOR_LINE = /^sep=.\n/;

interface Row {
  readonly cells: readonly string[];
  /** 1-based line of the table that it begins on. */
  readonly line: number;
}

/**
 * Reads a table of values parted by commas, semicolons, tabs or bars (`.csv`, `.tsv`). Each row is a block that names its
 * columns; all rows belong together. What stands alone above the table is text, and a file that is no table is plain text.
 */
export function readTable(content: string, file: string, firstLine: number): Document {
  const body = content.replace(SEPARATOR_LINE, '\n');
  const shape = shapeOf(body);
  if (!shape) return readPlain(content, file, firstLine);
  const { rows, notes } = rowsOf(body, shape.delimiter, firstLine);
  const top = Math.max(
    0,
    rows.findIndex(({ cells }) => filled(cells) >= Math.max(2, shape.columns - 1)),
  );
  const head = namesOf(rows[top]);
  const writer = new DocumentWriter();
  const at = ({ line }: Row) => firstLine - 1 + line;
  for (const row of rows.slice(0, top)) writer.add({ text: rowText(row.cells, []), line: at(row) });
  for (const [number, row] of rows.slice(head ? top + 1 : top).entries())
    writer.add({ text: rowText(row.cells, head ?? []), line: at(row), kind: 'row', joined: number > 0 });
  return writer.document({ notes });
}

/** How many cells most rows have, with the delimiter that makes them most alike; `null` for what is no table. */
function shapeOf(content: string): { delimiter: string; columns: number } | null {
  const sample = content.length <= SAMPLE ? content : content.slice(0, content.lastIndexOf('\n', SAMPLE) + 1);
  const shapes = DELIMITERS.flatMap((delimiter) => {
    const rows = recordsOf(sample, delimiter, '"') ?? recordsOf(sample, delimiter, null) ?? [];
    const counts = rows.map(({ cells }) => cells.length);
    const columns = mostFrequent(counts);
    const regular = counts.filter((count) => count === columns).length / counts.length;
    return columns > 1 && rows.length > 1 && regular >= MIN_REGULAR ? [{ delimiter, columns, regular }] : [];
  });
  return shapes.sort((a, b) => b.regular - a.regular || b.columns - a.columns)[0] ?? null;
}

/** All rows; where a quotation mark is never closed, marks are read as characters of the text. */
function rowsOf(content: string, delimiter: string, firstLine: number): { rows: Row[]; notes: Note[] } {
  const rows = recordsOf(content, delimiter, '"');
  if (rows) return { rows, notes: [] };
  const message =
    'a quotation mark in this table is never closed, so all of them are read as part of the text; close or remove it';
  return {
    rows: recordsOf(content, delimiter, null) ?? [],
    notes: [{ line: firstLine, message }],
  };
}

/** The rows of a table, `null` where a quotation mark is never closed. */
function recordsOf(content: string, delimiter: string, quote: '"' | null): Row[] | null {
  try {
    const records = parse(content, {
      delimiter,
      quote,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => {
      const lineEnds = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      return { cells: record.map(inOneLine), line: info.lines - lineEnds };
    });
  } catch {
    return null;
  }
}

const inOneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** The names of the columns, if a row looks like them: short words, each of them once. */
function namesOf(row: Row | undefined): readonly string[] | null {
  const names = row?.cells.filter((cell) => cell !== '') ?? [];
  const look = names.every((name) => name.length <= MAX_NAME && !VALUE.test(name) && !SENTENCE.test(name));
  return row && look && new Set(names).size === names.length ? row.cells : null;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
