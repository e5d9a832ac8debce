import { type Alias, type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { MAX_FRONT_MATTER_LENGTH } from '../limits.js';

/** What is wrong with a file, and where. `line` is 1-based, `null` when it is the whole file. */
export interface Fault {
  readonly line: number | null;
  readonly message: string;
}

const DATE_EXPECTED = 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD';

const text = z
  .string('expected text; put it in quotes if it looks like a number or a date')
  .trim()
  .min(1, 'is empty');

/** A year alone is a number to YAML. */
const date = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string(DATE_EXPECTED).trim().refine(isDate, DATE_EXPECTED),
);

const url = z.url({
  protocol: /^https?$/,
  error: 'expected a web address that begins with http:// or https://',
});

const language = text.refine(isLanguageTag, 'expected a language tag such as en or pt-BR (BCP 47)');

const optional = <T extends z.ZodType>(field: T) => field.nullable().default(null);

const schema = z.strictObject({
  title: optional(text),
  source: optional(text),
  publisher: optional(text),
  author: optional(text),
  date: optional(date),
  url: optional(url),
  language: optional(language),
});

/** The fields of the front matter; those that the file does not give are `null`. */
export type FrontMatter = z.infer<typeof schema>;

const FENCE = /^---[^\S\n]*$/;

/**
 * Splits a file into front matter and body. Without a first line `---` it is all body; with it, the body begins
 * right after the line `---` that closes it. Front matter is YAML 1.2; every field is optional, an unknown one
 * is a fault.
 */
export function splitFrontMatter(
  content: string,
): { frontMatter: FrontMatter; body: string } | { faults: Fault[] } {
  const firstLineEnd = content.indexOf('\n');
  const firstLine = firstLineEnd < 0 ? content : content.slice(0, firstLineEnd);
  if (!FENCE.test(firstLine)) return { frontMatter: schema.parse({}), body: content };
  const close = closingFence(content, firstLineEnd + 1);
  if (!close) {
    return {
      faults: [{ line: 1, message: 'the front matter is not closed; add a line --- after its last field' }],
    };
  }
  const parsed = parseFields(content.slice(firstLineEnd + 1, close.start));
  return 'faults' in parsed ? parsed : { frontMatter: parsed.frontMatter, body: content.slice(close.end) };
}

function closingFence(content: string, from: number): { start: number; end: number } | null {
  const fence = /(?<=\n)---[^\S\n]*(?:\n|$)/g;
  fence.lastIndex = from;
  const match = from > 0 ? fence.exec(content) : null;
  return match && { start: match.index, end: match.index + match[0].length };
}

/** `head` begins on line 2 of the file. */
function parseFields(head: string): { frontMatter: FrontMatter } | { faults: Fault[] } {
  if (head.length > MAX_FRONT_MATTER_LENGTH) {
    const message = `the front matter has ${head.length} characters, more than the ${MAX_FRONT_MATTER_LENGTH} it may have`;
    return { faults: [{ line: 1, message }] };
  }
  const lines = new LineCounter();
  // Without the last line end, what is left open is told where it stands and not on the line after.
  const document = parseDocument(head.trimEnd(), { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((e) => ({ line: lineAt(e.pos[0]), message: `front matter: ${e.message}` })),
    };
  }
  const fields = document.contents;
  if (fields !== null && !isMap(fields)) {
    return { faults: [{ line: 2, message: 'the front matter must be lines of the form "field: value"' }] };
  }
  const alias = firstAlias(document);
  if (alias) {
    const message = `front matter: "*${alias.source}" is an alias, which no field needs; put it in quotes`;
    return { faults: [{ line: lineAt(alias.range?.[0] ?? 0), message }] };
  }
  const checked = schema.safeParse(document.toJS() ?? {});
  if (checked.success) return { frontMatter: checked.data };
  const lineOf = (field: string) => {
    const pair = fields?.items.find((item) => isScalar(item.key) && String(item.key.value) === field);
    const offset = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
    return offset === undefined ? 2 : lineAt(offset);
  };
  return { faults: checked.error.issues.flatMap((issue) => faultsOf(issue, lineOf)) };
}

/** Aliases (`*name`) can blow a few lines up to gigabytes, and none of the fields has a use for one. */
function firstAlias(document: Document.Parsed): Alias | null {
  let found: Alias | null = null;
  visit(document, {
    Alias(_, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

function faultsOf(issue: z.core.$ZodIssue, lineOf: (field: string) => number): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({
      line: lineOf(field),
      message: `unknown field "${field}"; allowed are ${Object.keys(schema.shape).join(', ')}`,
    }));
  }
  const field = String(issue.path[0] ?? '');
  return [{ line: lineOf(field), message: `field "${field}": ${issue.message}` }];
}

function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const parsed = new Date(Date.UTC(year, month - 1, day));
  return parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day;
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
