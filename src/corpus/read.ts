import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.js';
import { MAX_ARTICLE_BYTES } from '../limits.js';
import { countWords } from '../text/tokens.js';
import type { Article } from './article.js';
import { type Fault, splitFrontMatter } from './front-matter.js';
import { structureOf } from './structure.js';

/** What is wrong with the corpus. `file` is relative to its folder, `/` between folders. */
export interface Problem extends Fault {
  readonly file: string;
}

/** The texts of one folder. */
export interface Corpus {
  readonly dir: string;
  /** Sorted by id. */
  readonly articles: readonly Article[];
  /** Articles that could not be read; the others are there. */
  readonly problems: readonly Problem[];
  /** Files that are no articles: other extensions, dotfiles, README.md. */
  readonly ignored: readonly string[];
  /** Six characters that change when any text changes; a button made for other texts is told by it. */
  readonly stamp: string;
}

const EXTENSION = /\.(md|txt)$/i;

/**
 * Reads every article of a folder and its subfolders. A faulty file becomes a problem and the others still load.
 *
 * @throws UserError when the folder itself cannot be read.
 */
export async function readCorpus(dir: string): Promise<Corpus> {
  const { files, ignored, problems } = await listFiles(dir);
  const articles = new Map<string, Article>();
  for (const file of files) {
    const read = await readArticle(dir, file);
    if (Array.isArray(read)) problems.push(...read.map((fault) => ({ file, ...fault })));
    else if (articles.has(read.id)) problems.push({ file, line: null, message: sameId(read.id, files) });
    else articles.set(read.id, read);
  }
  const sorted = [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { dir, articles: sorted, problems, ignored, stamp: stampOf(sorted) };
}

/** `one-million-jobs.txt:3: unknown field …` */
export const describeProblem = ({ file, line, message }: Problem): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message}`;

/** Makes an article of a file's content (front matter and body, any line ends), or tells its faults. */
export function parseArticle(file: string, content: string): Article | Fault[] {
  const split = splitFrontMatter(content.replace(/\r\n?/g, '\n'));
  if ('faults' in split) return split.faults;
  const { frontMatter, body: text } = split;
  if (text.trim() === '')
    return [{ line: null, message: 'the article is empty; give it a text or remove the file' }];
  return {
    ...frontMatter,
    id: file.replace(EXTENSION, ''),
    title: frontMatter.title ?? openingWords(text),
    titleGiven: frontMatter.title !== null,
    text,
    ...structureOf(text, /\.md$/i.test(file)),
    words: countWords(text),
  };
}

async function readArticle(dir: string, file: string): Promise<Article | Fault[]> {
  const fault = (message: string): Fault[] => [{ line: null, message }];
  try {
    const full = path.join(dir, file);
    const info = await stat(full);
    if (!info.isFile()) return fault('is not a regular file');
    if (info.size > MAX_ARTICLE_BYTES) {
      return fault(
        `has ${info.size} bytes, more than the ${MAX_ARTICLE_BYTES} an article may have; split it`,
      );
    }
    const bytes = await readFile(full);
    if (bytes.includes(0)) return fault('holds a NUL byte, so it is binary or UTF-16; save it as UTF-8 text');
    if (!isUtf8(bytes)) return fault('is not valid UTF-8; save it as UTF-8 text');
    return parseArticle(file, new TextDecoder().decode(bytes));
  } catch (error) {
    return fault(`cannot be read: ${reasonOf(error)}`);
  }
}

interface Listing {
  readonly files: string[];
  readonly ignored: string[];
  readonly problems: Problem[];
}

/** Relative paths, sorted; an unreadable subfolder is a problem, an unreadable corpus folder an error. */
async function listFiles(dir: string): Promise<Listing> {
  const listing: Listing = { files: [], ignored: [], problems: [] };
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(dir, folder), { withFileTypes: true });
    for (const entry of entries) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'README.md') listing.ignored.push(file);
      else if (entry.isDirectory()) await walk(file).catch((error) => unreadable(listing, file, error));
      else if (EXTENSION.test(entry.name)) listing.files.push(file);
      else listing.ignored.push(file);
    }
  };
  try {
    await walk('');
  } catch (error) {
    throw new UserError(
      `The corpus folder ${dir} cannot be read: ${reasonOf(error)}. Set CORPUS_DIR or --corpus to it.`,
    );
  }
  for (const files of [listing.files, listing.ignored]) files.sort();
  return listing;
}

const unreadable = (listing: Listing, file: string, error: unknown): void => {
  listing.problems.push({ file, line: null, message: `cannot be read: ${reasonOf(error)}` });
};

function sameId(id: string, files: readonly string[]): string {
  const other = files.find((file) => file.replace(EXTENSION, '') === id);
  return `has the same id "${id}" as ${other}; rename one of the two`;
}

/** The opening words of a text that has no title: a slice of its first line, cut at a word after some sixty characters. */
function openingWords(text: string): string {
  const line =
    text
      .replace(/^[\s#]+/, '')
      .split('\n', 1)[0]
      ?.trimEnd() ?? '';
  if (line.length <= 60) return line;
  const space = line.lastIndexOf(' ', 60);
  return line.slice(0, space > 20 ? space : 60).replace(/[\uD800-\uDBFF]$/, '');
}

function stampOf(articles: readonly Article[]): string {
  const hash = createHash('sha256');
  for (const { id, text } of articles) hash.update(id).update('\0').update(text).update('\0');
  return hash.digest('base64url').slice(0, 6);
}
