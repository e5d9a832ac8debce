import { parse as parseToml } from 'smol-toml';
import { MAX_FRONT_MATTER_LENGTH } from '../limits.js';
import { hidingFields, isKnownName, type RawField, type Value } from './fields.js';
import type { Note } from './formats/document.js';
import { looksLikeFields, plainLines, yamlFields } from './yaml-fields.js';

/** What stands before the text of a file. */
export interface Head {
  readonly fields: readonly RawField[];
  readonly notes: readonly Note[];
}

/** What stands before the text of a file, and the text. */
export interface Split extends Head {
  readonly body: string;
  /** 1-based line of the file that the body begins on. */
  readonly firstLine: number;
}

/** How deep values may stand in one another; see yaml-fields. */
const MAX_DEPTH = 4;

/** A kind of front matter, which begins in the first line that has words. */
interface Fence {
  readonly open: RegExp;
  readonly close: RegExp;
  /** Reads what stands between; `null` when it is no front matter. */
  readonly read: (head: string, firstLine: number) => Head | null;
  /** The fields that take one line each, of what cannot be read as a whole. */
  readonly plain: (lines: readonly string[], firstLine: number) => readonly RawField[];
  /** A line that begins a field, with its name; where there is none, one that is not closed is text. */
  readonly field: RegExp | null;
}

const FENCES: readonly Fence[] = [
  {
    open: /^---(?:ya?ml)?[^\S\n]*\n/,
    close: /(?:^|(?<=\n))(?:---|\.\.\.)[^\S\n]*(?:\n|$)/,
    read: yamlFields,
    plain: plainLines,
    field: /^([\w-]+):(?:\s|$)/,
  },
  {
    open: /^(?:\+\+\+|---toml)[^\S\n]*\n/,
    close: /(?:^|(?<=\n))(?:\+\+\+|---)[^\S\n]*(?:\n|$)/,
    read: tomlFields,
    plain: tomlLines,
    field: /^([\w-]+)\s*=/,
  },
  {
    open: /^(?:;;;|---json)[^\S\n]*\n/,
    close: /(?:^|(?<=\n))(?:;;;|---)[^\S\n]*(?:\n|$)/,
    read: jsonFields,
    plain: () => [],
    field: null,
  },
];

/** In front matter that is not closed: what belongs to the field above, a comment, a table, an empty line. */
const GOES_ON = /^(?:\s|-\s|#|[[\]})]|$)/;

/**
 * Splits a file into front matter (YAML between `---`, TOML between `+++`, or JSON) and body, which begins right after
 * the line that closes it. Whatever is wrong with the front matter, the body is there.
 *
 * @param content line ends `\n`.
 */
export function splitFrontMatter(content: string): Split {
  return fenced(content) ?? bareJson(content) ?? { fields: [], notes: [], body: content, firstLine: 1 };
}

function fenced(content: string): Split | null {
  const start = /^\ufeff?(?:\s*\n)?/.exec(content)?.[0].length ?? 0;
  const line = content.slice(0, start).split('\n').length;
  const top = content.slice(start);
  for (const fence of FENCES) {
    const opened = fence.open.exec(top)?.[0].length;
    if (opened === undefined) continue;
    const rest = top.slice(opened);
    const closed = fence.close.exec(rest);
    const head = rest.slice(0, closed?.index);
    const found = closed && (head.length > MAX_FRONT_MATTER_LENGTH ? tooLong : readHead)(head, fence, line);
    if (found) return { ...found, ...bodyFrom(content, start + opened + closed.index + closed[0].length) };
    return unclosed(rest, fence, line, top.slice(0, 3));
  }
  return null;
}

const bodyFrom = (content: string, start: number): Pick<Split, 'body' | 'firstLine'> => ({
  body: content.slice(start),
  firstLine: content.slice(0, start).split('\n').length,
});

const readHead = (head: string, { read }: Fence, line: number): Head | null => read(head, line + 1);

/** Of front matter that is too long, the plain lines at its beginning, and all that hides it. */
function tooLong(head: string, { read, plain }: Fence, line: number): Head | null {
  const lines = head.slice(0, MAX_FRONT_MATTER_LENGTH).split('\n').slice(0, -1);
  // Only `---` may be a rule.
  if (read === yamlFields && !looksLikeFields(lines)) return null;
  const message = `the front matter is longer than ${MAX_FRONT_MATTER_LENGTH} characters; only the plain lines at its beginning were read`;
  return {
    fields: [...plain(lines, line + 1), ...hidingFields(head, line)],
    notes: [{ line, message }],
  };
}

/**
 * A first line `---` is a rule, unless what follows begins like front matter, or hides the text: then the line that closes
 * it is missing.
 */
function unclosed(rest: string, { plain, field }: Fence, line: number, mark: string): Split | null {
  if (field === null) return null;
  const head = linesWhile(rest.slice(0, MAX_FRONT_MATTER_LENGTH), (one) => field.test(one));
  const wide = linesWhile(rest, (one) => field.test(one) || GOES_ON.test(one));
  const hiding = hidingFields(wide.join('\n'), line);
  if (hiding.length === 0 && !isKnownName(field.exec(head[0] ?? '')?.[1] ?? '')) return null;
  const message = `the front matter is not closed; add a line ${mark} after its last field`;
  return {
    fields: [...plain(head, line + 1), ...hiding],
    notes: [{ line, message }],
    body: rest.slice(head.join('\n').length + 1),
    firstLine: line + head.length + 1,
  };
}

/** The lines that a text begins with, as long as they are of a kind. */
function linesWhile(text: string, isOfKind: (line: string) => boolean): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !isOfKind(line));
  return end < 0 ? lines : lines.slice(0, end);
}

function tomlFields(head: string, firstLine: number): Head {
  try {
    const table = parseToml(head);
    return { fields: fieldsOf(table, head, firstLine), notes: [] };
  } catch {
    const message =
      'the front matter between the lines +++ could not be read; write each line as field = "value". Until then only its plain lines are read';
    return { fields: tomlLines(head.split('\n'), firstLine), notes: [{ line: firstLine, message }] };
  }
}

function tomlLines(lines: readonly string[], firstLine: number): RawField[] {
  const fields = lines.flatMap((line, i): RawField[] => {
    const [, name, rest = ''] = /^([\w-]+)\s*=(.*)$/s.exec(line) ?? [];
    const value = rest.trim();
    if (name === undefined || !/^["']?[^"'[{]+["']?$/.test(value)) return [];
    return [{ name, line: firstLine + i, value: value.replace(/^["']|["']$/g, '') }];
  });
  return [...fields, ...hidingFields(lines.join('\n'), firstLine)];
}

function jsonFields(head: string, firstLine: number): Head {
  const found = parseJson(head);
  if (found) return { fields: fieldsOf(found, head, firstLine), notes: [] };
  return { fields: hidingFields(head, firstLine), notes: [{ line: firstLine, message: BROKEN_JSON }] };
}

const BROKEN_JSON =
  'the front matter in braces could not be read; check that each name and value is in double quotes, with commas between';

/** JSON at the very beginning of the file, up to the brace that closes it; else it is text. */
function bareJson(content: string): Split | null {
  if (!/^\{\s*["}]/.test(content)) return null;
  const end = closingBrace(content);
  if (end === null || !/^[^\S\n]*(?:\n|$)/.test(content.slice(end, end + 100))) return null;
  const read = jsonFields(content.slice(0, end), 1);
  const lineEnd = content.indexOf('\n', end);
  return { ...read, ...bodyFrom(content, lineEnd < 0 ? content.length : lineEnd + 1) };
}

/** Offset after the brace that closes the first one. */
function closingBrace(content: string): number | null {
  let depth = 0;
  for (const { 0: part, index } of content
    .slice(0, MAX_FRONT_MATTER_LENGTH)
    .matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    if (part === '{') depth++;
    if (part === '}' && --depth === 0) return index + 1;
  }
  return null;
}

function parseJson(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The fields of a parsed object, each with the line that names it first. */
function fieldsOf(object: Readonly<Record<string, unknown>>, head: string, firstLine: number): RawField[] {
  const lines = head.split('\n');
  return Object.entries(object).map(([name, value]) => {
    const at = lines.findIndex((line) => line.includes(name));
    return { name, line: firstLine + Math.max(0, at), value: plain(value, 0) };
  });
}

function plain(value: unknown, depth: number): Value {
  if (value === null || value === undefined || depth > MAX_DEPTH) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner, depth + 1)]));
}
