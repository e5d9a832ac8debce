import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { countWords } from '../english/terms.js';
import { reasonOf, UserError } from '../errors.js';
import { MAX_DOCUMENT_BYTES, MAX_TEXT_BYTES } from '../limits.js';
import { type OnProgress, READ_TOGETHER, someAtATime } from '../turns.js';
import type { Article } from './article.js';
import { decode } from './encoding.js';
import { type Known, type RawField, readFields } from './fields.js';
import { type Listing, listFolder, openListed, systemReason } from './folder.js';
import type { Document, Note } from './formats/document.js';
import { type BinaryFormat, FORMATS, MARKDOWN, type TextFormat } from './formats/index.js';
import { type Head, splitFrontMatter } from './front-matter.js';
import { tellApart } from './namesakes.js';
import { whyUnread } from './other-files.js';
import { perArticle } from './per-article.js';
import { byPlace, type Problem, type Severity } from './problem.js';
import { isForAll } from './servers.js';
import { structureOf } from './structure.js';
import { dateFrom, extensionOf, headingOf, nameFrom, withoutExtension } from './title.js';

/** The texts of one folder. */
export interface Corpus {
  readonly dir: string;
  /** Sorted by id. */
  readonly articles: readonly Article[];
  /** What its owner should know: files that are left out, and notes on those that are read; sorted by file. */
  readonly problems: readonly Problem[];
  /** Six characters that change when any text changes; a button made for other texts is told by it. */
  readonly stamp: string;
}

/** What came of reading a file: an article, or why there is none; notes in either case. */
export interface Reading {
  readonly article: Article | null;
  readonly problems: readonly Problem[];
}

/** Reads a file of a folder, by its path below it. */
export type ReadFile = (dir: string, file: string) => Promise<Reading>;

/** A file prints no more notes than these; with the first mended, the others often are. */
const MAX_NOTES = 3;

/**
 * Reads every text of a folder and its subfolders that all see. A faulty file becomes a problem and the others still load.
 *
 * @throws UserError when the folder itself cannot be read.
 */
export async function readCorpus(
  dir: string,
  read: ReadFile = readArticle,
  onProgress?: OnProgress,
): Promise<Corpus> {
  const { files, problems } = await listFolder(dir);
  const listing = { files: files.filter(isForAll), problems: problems.filter(({ file }) => isForAll(file)) };
  const readings = await someAtATime(listing.files, READ_TOGETHER, (file) => read(dir, file), onProgress);
  return corpusOf(dir, listing, readings);
}

/** Makes a corpus of what came of reading each file of a listing, in its order. */
export function corpusOf(dir: string, listing: Listing, readings: readonly Reading[]): Corpus {
  const articles = new Map<string, Article>();
  for (const [i, { article }] of readings.entries()) {
    if (article === null) continue;
    // The second text of one name is known by the whole name of its file.
    const id = articles.has(article.id) ? (listing.files[i] as string) : article.id;
    articles.set(id, id === article.id ? article : { ...article, id });
  }
  const sorted = tellApart([...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const problems = [...listing.problems, ...readings.flatMap((reading) => reading.problems)];
  problems.sort(byPlace);
  return { dir, articles: sorted, problems, stamp: stampOf(sorted) };
}

/** Reads one file of a corpus folder; whatever is wrong with it becomes a problem. */
export async function readArticle(dir: string, file: string): Promise<Reading> {
  const bytes = await bytesOf(dir, file);
  return readingOf(file, 'message' in bytes ? bytes : await contentOf(file, bytes));
}

/** The bytes of a file of a corpus folder, or why it is not read. */
export async function bytesOf(dir: string, file: string): Promise<Buffer | Problem> {
  try {
    const opened = await openListed(dir, file);
    return typeof opened === 'string' ? problem(file, 'left out', opened) : await bytesIn(file, opened);
  } catch (error) {
    return problem(file, 'left out', systemReason(error));
  }
}

async function bytesIn(file: string, opened: FileHandle): Promise<Buffer | Problem> {
  try {
    const format = formatFor(file, (await opened.stat()).size);
    return 'message' in format ? format : await opened.readFile();
  } finally {
    await opened.close();
  }
}

/** What is told of a file that cannot be read. */
export const leftOut = (file: string, message = DAMAGED): Problem => problem(file, 'left out', message);

/** What a file holds, before it is an article. */
export interface Content {
  readonly document: Document;
  /** What stands before the text. */
  readonly head: Head;
  /** Of a text file the characters that follow; `null` of others. */
  readonly body: string | null;
}

/** Reads the bytes of a file as its name says what they are; whatever is wrong with them becomes a problem. */
export async function contentOf(file: string, bytes: Buffer): Promise<Content | Problem> {
  const format = formatFor(file, bytes.length);
  if ('message' in format) return format;
  try {
    if (format.isText) return textOf(format, file, bytes);
    const document = await format.read(bytes, file);
    return { document, head: document.head ?? NO_HEAD, body: null };
  } catch (error) {
    return problem(file, 'left out', error instanceof UserError ? reasonOf(error) : DAMAGED);
  }
}

const formatOf = (file: string): TextFormat | BinaryFormat | undefined =>
  FORMATS.find(({ extensions }) => extensions.includes(extensionOf(file)));

/** How a file of such a length is read, or why it is not. */
function formatFor(file: string, length: number): TextFormat | BinaryFormat | Problem {
  const format = formatOf(file);
  if (!format) return problem(file, ...whyUnread(extensionOf(file)));
  const most = format.isText ? MAX_TEXT_BYTES : MAX_DOCUMENT_BYTES;
  if (length === 0) return problem(file, 'left out', EMPTY);
  if (length <= most) return format;
  const message = `${inMegabytes(length)} long, more than the ${inMegabytes(most)} that are read; split it`;
  return problem(file, 'left out', message);
}

/** What is wrong with a file that holds nothing but white space. */
export const EMPTY = 'empty; write a text in it, or remove it';

const NO_BODY = 'no words below its front matter';
const NO_WORDS = 'no words in it: it is empty, or has only pictures and the like';
const DAMAGED = 'its content could not be read; it may be damaged. Open it, save it anew, and try again';

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/** Makes an article of a text file's content (front matter and body, any line ends), or tells what keeps it from being one. */
export function parseArticle(file: string, content: string): Article | Problem[] {
  const format = formatOf(file);
  if (!format?.isText) throw new TypeError(`${file} is no text file`);
  const { article, problems } = readingOf(file, readText(format, file, content, []));
  return article ?? [...problems];
}

function textOf(format: TextFormat, file: string, bytes: Buffer): Content | Problem {
  const decoded = decode(bytes);
  if (decoded) return readText(format, file, decoded.text, decoded.notes);
  const extension = extensionOf(file);
  if (extension === '') return problem(file, ...whyUnread(''));
  const message = `no text, although its name ends in ${extension}; check with which program it opens`;
  return problem(file, 'left out', message);
}

function readText(
  format: TextFormat,
  file: string,
  content: string,
  notes: readonly Note[],
): Content | Problem {
  if (content.trim() === '') return problem(file, 'left out', EMPTY);
  const { body, firstLine, ...head } = splitFrontMatter(content.replace(/\r\n?/g, '\n'));
  if (body.trim() === '') return problem(file, 'passed over', NO_BODY);
  const document = format.read(body, file, firstLine);
  return { document, head: { ...head, notes: [...notes, ...head.notes] }, body };
}

const problem = (file: string, severity: Severity, message: string): Problem => ({
  file,
  line: null,
  severity,
  message,
});

const NO_HEAD: Head = { fields: [], notes: [] };

/** Makes an article of what a file holds, unless that asks not to be shown, or has no words. */
export function readingOf(file: string, content: Content | Problem): Reading {
  if ('message' in content) return { article: null, problems: [content] };
  const { document, head } = content;
  const { known, hiddenBy, notes } = readFields(head.fields);
  if (hiddenBy !== null)
    return { article: null, problems: [problem(file, 'passed over', `it says ${hiddenBy}`)] };
  if (document.text.trim() === '')
    return { article: null, problems: [problem(file, 'passed over', NO_WORDS)] };
  const said = [...head.notes, ...notes, ...(document.notes ?? [])].slice(0, MAX_NOTES);
  return {
    article: articleOf(file, document, known),
    problems: said.map(({ line, message }) => ({ file, line, severity: 'note', message })),
  };
}

function articleOf(file: string, document: Document, front: Known): Article {
  const { text } = document;
  const own = readFields(rawFields(document.fields ?? {})).known;
  const title = front.title ?? own.title ?? headingOf(document);
  return {
    source: front.source,
    publisher: front.publisher ?? own.publisher,
    author: front.author ?? own.author,
    date: front.date ?? own.date ?? dateFrom(file),
    url: front.url ?? own.url,
    language: front.language ?? own.language,
    id: withoutExtension(file),
    title: title ?? nameFrom(file, text),
    titleGiven: title !== null,
    distinction: null,
    isMarkdown: MARKDOWN.includes(extensionOf(file)),
    text,
    ...structureOf(text, document.blocks),
    words: countWords(text),
  };
}

const rawFields = (fields: NonNullable<Document['fields']>): RawField[] =>
  Object.entries(fields).map(([name, value]) => ({ name, line: 1, value: value as string }));

/** The SHA-256 of an article's text. */
export const digestOf = perArticle(({ text }) => createHash('sha256').update(text).digest('base64url'));

function stampOf(articles: readonly Article[]): string {
  const hash = createHash('sha256');
  for (const article of articles) hash.update(article.id).update('\0').update(digestOf(article));
  return hash.digest('base64url').slice(0, 6);
}
