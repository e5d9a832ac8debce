import { parse as parseToml } from 'smol-toml';
import { MAX_FRONT_MATTER_LENGTH } from '../limits.js';
import { isKnownName, type RawField, type Value } from './fields.js';
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

/** What opens a block of front matter in the first line, what closes it, and how what stands between is read. */
const FENCES: readonly {
  readonly open: RegExp;
  readonly close: RegExp;
  readonly read: (head: string, firstLine: number) => Head | null;
}[] = [
  {
    open: /^---(?:ya?ml)?[^\S\n]*\n/,
    close: /(?:^|(?<=\n))(?:---|\.\.\.)[^\S\n]*(?:\n|$)/,
    read: yamlFields,
  },
  {
    open: /^(?:\+\+\+|---toml)[^\S\n]*\n/,
    close: /(?:^|(?<=\n))(?:\+\+\+|---)[^\S\n]*(?:\n|$)/,
    read: tomlFields,
  },
  { open: /^(?:;;;|---json)[^\S\n]*\n/, close: /(?:^|(?<=\n))(?:;;;|---)[^\S\n]*(?:\n|$)/, read: jsonFields },
];

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
  for (const { open, close, read } of FENCES) {
    const opened = open.exec(content)?.[0].length;
    if (opened === undefined) continue;
    const rest = content.slice(opened);
    const closed = close.exec(rest);
    if (!closed) return open.test('---\n') ? unclosed(rest) : null;
    const head = rest.slice(0, closed.index);
    const found = head.length > MAX_FRONT_MATTER_LENGTH ? tooLong(head) : read(head, 2);
    return found && { ...found, ...bodyFrom(content, opened + closed.index + closed[0].length) };
  }
  return null;
}

const bodyFrom = (content: string, start: number): Pick<Split, 'body' | 'firstLine'> => ({
  body: content.slice(start),
  firstLine: content.slice(0, start).split('\n').length,
});

/** Of front matter that is too long, the plain lines at its beginning. */
function tooLong(head: string): Head | null {
  const lines = head.slice(0, MAX_FRONT_MATTER_LENGTH).split('\n').slice(0, -1);
  const message = `the front matter is longer than ${MAX_FRONT_MATTER_LENGTH} characters; only the plain lines at its beginning were read`;
  return looksLikeFields(lines) ? plainLines(lines, 2, [{ line: 1, message }]) : null;
}

/** A first line `---` is a rule, unless what follows begins like front matter: then the line that closes it is missing. */
function unclosed(rest: string): Split | null {
  const lines = rest.slice(0, MAX_FRONT_MATTER_LENGTH).split('\n');
  const end = lines.findIndex((line) => !/^[\w-]+:(?:\s|$)/.test(line));
  const head = end < 0 ? lines : lines.slice(0, end);
  if (!isKnownName(/^[\w-]+(?=:)/.exec(head[0] ?? '')?.[0] ?? '')) return null;
  const message = 'the front matter is not closed; add a line --- after its last field';
  const read = plainLines(head, 2, [{ line: 1, message }]);
  const length = head.join('\n').length;
  return { ...read, body: rest.slice(length + 1), firstLine: head.length + 2 };
}

function tomlFields(head: string, firstLine: number): Head {
  try {
    const table = parseToml(head);
    return { fields: fieldsOf(table, head, firstLine), notes: [] };
  } catch {
    const fields = head.split('\n').flatMap((line, i): RawField[] => {
      const [, name, value] = /^([\w-]+)\s*=\s*(["']?[^"'[{]+["']?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined) return [];
      return [{ name, line: firstLine + i, value: value.trim().replace(/^["']|["']$/g, '') }];
    });
    const message =
      'the front matter between the lines +++ could not be read; write each line as field = "value". Until then only its plain lines are read';
    return { fields, notes: [{ line: firstLine, message }] };
  }
}

function jsonFields(head: string, firstLine: number): Head {
  const found = parseJson(head);
  if (found) return { fields: fieldsOf(found, head, firstLine), notes: [] };
  return { fields: [], notes: [{ line: firstLine, message: BROKEN_JSON }] };
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
