import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { hidingFields, isKnownName, type RawField, type Value } from './fields.js';
import type { Note } from './formats/document.js';

/** How deep lists and fields may stand in one another: authors with their names need two. */
const MAX_DEPTH = 4;

/** Brackets, or list marks of one line, that stand in one another; with more of them the parser may reach its stack's end. */
const MAX_NESTED = 50;

/** Slips that are mended in one file; with more of them, it is no slip. */
const MAX_MENDED = 8;

/** The fields of a file, and what was wrong with how they are written. */
interface Read {
  readonly fields: readonly RawField[];
  readonly notes: readonly Note[];
}

/** `title: Rules`; the name may be in quotes. */
const FIELD_LINE =
  /^(\s*(?:"[^"]{1,80}"|'[^']{1,80}'|[\p{L}_][\p{L}\p{N}_ .-]{0,80})\s*:)(?:[^\S\n]+([^\n]*))?$/u;
const LIST_OR_COMMENT = /^\s*(?:-(?:\s|$)|#|[\]})])/;

/**
 * The fields of YAML as people write it: a slip that has one meaning only is read as it is meant and noted, and where
 * the whole makes no sense, its plain lines still do.
 *
 * @param firstLine the line of the file that `head` begins on.
 * @returns `null` when it is no list of fields but prose.
 */
export function yamlFields(head: string, firstLine: number): Read | null {
  const { lines, notes } = withoutTabs(head.trimEnd().split('\n'), firstLine);
  for (;;) {
    const parsed = parse(lines, firstLine);
    if ('fields' in parsed)
      return (
        parsed.fields && {
          fields: parsed.fields,
          notes: [...notes, ...notesOnComments(lines, firstLine)],
        }
      );
    if (notes.length === 0 && !looksLikeFields(lines)) return null;
    const mended = notes.length < MAX_MENDED ? mend(lines, parsed.wrongAt, firstLine) : null;
    if (!mended)
      return {
        fields: plainLines(lines, firstLine),
        notes: [...notes, faultNote(firstLine + parsed.wrongAt, parsed.error)],
      };
    notes.push(mended);
  }
}

/** Whether most lines look like fields, or the first is one that texts have. */
export function looksLikeFields(lines: readonly string[]): boolean {
  const outer = lines.filter((line) => /^\S/.test(line));
  const fields = outer.filter((line) => FIELD_LINE.test(line));
  const others = outer.filter((line) => LIST_OR_COMMENT.test(line));
  if (isKnownName(fieldIn(outer[0])?.name ?? '')) return true;
  return fields.length > 0 && 2 * (fields.length + others.length) > outer.length;
}

/**
 * The fields that stand each on a line of its own, where the whole cannot be read; what goes on below is left out, but for
 * what asks not to show the text.
 */
export function plainLines(lines: readonly string[], firstLine: number): RawField[] {
  const fields = lines.flatMap((line, i) => {
    const { name, raw } = fieldIn(line) ?? { name: '', raw: '' };
    const below = lines[i + 1] ?? '';
    const goesOn = /^\s+\S/.test(below) && !FIELD_LINE.test(below);
    if (name === '' || /^\s/.test(line) || goesOn || /^(?:[|>{[&!]|$)/.test(raw)) return [];
    return [{ name, line: firstLine + i, value: meant(raw) }];
  });
  return [...fields, ...hidingFields(lines.join('\n'), firstLine)];
}

/** Name and value of a line that is a field, the value as it is written; `label` is all before it. */
function fieldIn(line = ''): { name: string; label: string; raw: string } | null {
  const [, label, raw = ''] = FIELD_LINE.exec(line) ?? [];
  if (label === undefined) return null;
  const name = label.slice(0, -1).trim();
  return { name: name.replace(/^["']|["']$/g, ''), label, raw: raw.trim() };
}

type Parsed =
  | { readonly fields: RawField[] | null }
  | { readonly wrongAt: number; readonly error: YAMLError | null };

function parse(lines: readonly string[], firstLine: number): Parsed {
  const counter = new LineCounter();
  const at = (offset: number) => counter.linePos(offset).line - 1;
  const nested = nestedAt(lines);
  if (nested >= 0) return { wrongAt: nested, error: null };
  try {
    const document = parseDocument(lines.join('\n'), {
      lineCounter: counter,
      prettyErrors: false,
      // The fields are looked through for that, in less than the square of their number.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const [error] = [...document.errors, ...document.warnings];
    if (error) return { wrongAt: at(error.pos[0]), error };
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return { fields: [] };
    if (!isMap(contents)) return { fields: null };
    const alias = contents.items.find(({ value }) => isAlias(value))?.value;
    if (isAlias(alias)) return { wrongAt: at(alias.range?.[0] ?? 0), error: null };
    const fields = contents.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      const line = at(key.range?.[0] ?? 0);
      return [
        {
          name: String(key.value),
          line: firstLine + line,
          value: asMeant(lines[line] ?? '', written(value as ParsedNode | null, 0)),
        },
      ];
    });
    return { fields };
  } catch (error) {
    // Nested deeper than the parser can go.
    if (error instanceof RangeError) return { wrongAt: 0, error: null };
    throw error;
  }
}

const LIST_MARKS = new RegExp(String.raw`(?:[-?:]\s+){${MAX_NESTED}}`);

/** The line on which something stands deeper in something else than anybody writes, or -1. */
function nestedAt(lines: readonly string[]): number {
  let depth = 0;
  return lines.findIndex((line) => {
    for (const bracket of line.match(/[[\]{}]/g) ?? []) {
      depth = Math.max(0, depth + (/[[{]/.test(bracket) ? 1 : -1));
      if (depth > MAX_NESTED) return true;
    }
    return LIST_MARKS.test(line);
  });
}

/** A value as it is written, as deep as anybody needs; an alias (`*name`), which could make much of little, is none. */
function written(node: ParsedNode | null, depth: number): Value {
  if (node === null || depth > MAX_DEPTH || isAlias(node)) return null;
  if (isSeq(node)) return node.items.map((item) => written(item as ParsedNode, depth + 1));
  if (isMap(node)) {
    const entries = node.items.flatMap(({ key, value }) =>
      isScalar(key) ? [[String(key.value), written(value as ParsedNode | null, depth + 1)] as const] : [],
    );
    return Object.fromEntries(entries);
  }
  if (node.value === null) return null;
  return node.type === 'PLAIN' ? (node.source ?? String(node.value)) : String(node.value);
}

/** What YAML takes away: the name of a channel in `title: #general`, `&` and `!` with the word that they begin. */
const TAKEN_AWAY = /(?:^|\s)#\S|^[&!]/;
const QUOTED_OR_NESTED = /^["'|>[{]/;

function asMeant(line: string, value: Value): Value {
  const { name, raw } = fieldIn(line) ?? { name: '', raw: '' };
  if (!TAKEN_AWAY.test(raw) || QUOTED_OR_NESTED.test(raw)) return value;
  return value === null || (typeof value === 'string' && isTitle(name)) ? raw : value;
}

const isTitle = (name: string): boolean => /^title$/i.test(name);

/** `title: Report A # B`: that may be no comment, which few begin with a capital. */
const MAYBE_MEANT = /\s#\s+[\p{Lu}\p{N}]/u;

function notesOnComments(lines: readonly string[], firstLine: number): Note[] {
  return lines.flatMap((line, i) => {
    const { name, raw } = fieldIn(line) ?? { name: '', raw: '' };
    if (!isTitle(name) || QUOTED_OR_NESTED.test(raw) || !MAYBE_MEANT.test(raw)) return [];
    const message =
      'what stands after # is taken for a comment; if it belongs to the title, put that in quotes';
    return [{ line: firstLine + i, message }];
  });
}

/** Puts a value that YAML takes for something else in quotes: that of the line at fault, or the next above it; says so. */
function mend(lines: string[], wrongAt: number, firstLine: number): Note | null {
  for (let i = Math.min(wrongAt, lines.length - 1); i >= 0; i--) {
    const field = fieldIn(lines[i]);
    const why = field && whyMistaken(field.raw);
    if (!field || !why) continue;
    const mended = `${field.label} "${meant(field.raw).replace(/[\\"]/g, '\\$&')}"`;
    lines[i] = mended;
    const what = isKnownName(field.name) ? `the ${field.name}` : `what stands after “${field.name}:”`;
    const example = mended.length <= MAX_EXAMPLE ? `: ${mended.trim()}` : '';
    return { line: firstLine + i, message: `put ${what} in quotes, ${why}${example}` };
  }
  return null;
}

/** Longest line that a message shows. */
const MAX_EXAMPLE = 160;

const WELL_QUOTED = /^(?:"(?:[^"\\]|\\[0abtnvfreNLPxuU "/\\\t_])*"|'(?:[^']|'')*')$/;

/** Why a value is not what its writer means, `null` where it is. */
function whyMistaken(raw: string): string | null {
  if (/^["']/.test(raw)) {
    if (WELL_QUOTED.test(raw)) return null;
    if (!raw.includes(raw[0] as string, 1)) return 'its quotation mark is not closed';
    return raw.includes('\\') ? 'with each backslash written twice' : 'there are quotation marks within it';
  }
  if (/^(?:[@`%*&!,\]}]|\[[^\]]*\]\s*[^\s#]|[|>][^\s\d+-]|[|>]\s+[^\s#])/.test(raw))
    return `it begins with ${raw[0]}`;
  return /:(?:\s|$)/.test(raw) && !/^[[{]/.test(raw) ? 'it contains a colon' : null;
}

/** What a value says: without the quotes around it, whatever they hold. */
function meant(raw: string): string {
  const [first = ''] = raw;
  if (first !== '"' && first !== "'") return raw;
  if (raw.length > 1 && raw.endsWith(first)) return raw.slice(1, -1);
  return raw.includes(first, 1) ? raw : raw.slice(1);
}

/** What is wrong with a line that may mean more than one thing. */
function faultNote(line: number, error: YAMLError | null): Note {
  const what =
    error?.code === 'MISSING_CHAR' || error?.code === 'BAD_INDENT'
      ? 'a bracket or quotation mark is opened and not closed'
      : 'this line does not fit those above it; write “field: value”, and what belongs to a field two spaces further in';
  return { line, message: `${what}. Until then only the plain lines of the front matter are read` };
}

/** Tabs at the beginning of lines as spaces; before a field, where no list can be meant, they are a slip. */
function withoutTabs(lines: readonly string[], firstLine: number): { lines: string[]; notes: Note[] } {
  const first = lines.findIndex((line) => /^ *\t\s*\S/.test(line));
  if (first < 0) return { lines: [...lines], notes: [] };
  const spaced = lines.map((line, i) => {
    const isSlip =
      line.startsWith('\t') && fieldIn(line) !== null && (fieldIn(lines[i - 1])?.raw ?? '') !== '';
    return line.replace(/^\s+/, (space) => (isSlip ? '' : space.replaceAll('\t', '  ')));
  });
  const message = 'this line begins with a tab; begin it with spaces, or with none';
  return { lines: spaced, notes: [{ line: firstLine + first, message }] };
}
