import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../corpus/article.js';
import { decodeMarkup, inUtf8 } from '../corpus/encoding.js';
import { systemReason } from '../corpus/folder.js';
import type { Fields } from '../corpus/formats/document.js';
import { readPage } from '../corpus/formats/page.js';
import { wholeOf } from '../corpus/formats/page-content.js';
import { pageTree } from '../corpus/formats/page-tree.js';
import type { Problem } from '../corpus/problem.js';
import { type Content, contentOf, readingOf } from '../corpus/read.js';
import { extensionOf } from '../corpus/title.js';
import { UserError } from '../errors.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import { isPublic, looksLikeAddress, type MayVisit, pageAddress } from './addresses.js';
import { type Entry, entriesOf, MAX_ENTRIES } from './feed.js';
import { fetchAddress } from './fetch.js';
import { endingOf, isFeed } from './kinds.js';
import { markdownOf } from './markdown.js';
import { type NewText, TextFolder, type Written } from './text-folder.js';

/** How texts are imported. */
export interface ImportOptions {
  /** The folder that they are written to. */
  readonly into: string;
  /** Whether addresses of this machine and of private networks are visited too. */
  readonly allowPrivate: boolean;
}

/** What came of a file or address, or of an entry of a feed: a text, why there is none, or what should be known. */
export type Outcome = { readonly from: string } & (
  | { readonly written: Written }
  | { readonly failure: string }
  | { readonly note: string }
);

/**
 * Imports files and addresses one after the other: each becomes a text in the folder, a feed one for each of its entries.
 * One that fails does not stop the others.
 *
 * @throws UserError when the folder cannot be read.
 */
export async function* importTexts(
  sources: readonly string[],
  { into, allowPrivate }: ImportOptions,
): AsyncGenerator<Outcome> {
  const importer = new Importer(await TextFolder.open(into), allowPrivate ? () => true : isPublic);
  for (const source of sources) yield* importer.import(source);
}

/** What stands behind a file or an address. */
interface Found {
  /** Tells by its ending what it is. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly address: URL | null;
}

class Importer {
  readonly #folder: TextFolder;
  readonly #mayVisit: MayVisit;

  constructor(folder: TextFolder, mayVisit: MayVisit) {
    this.#folder = folder;
    this.#mayVisit = mayVisit;
  }

  async *import(source: string): AsyncGenerator<Outcome> {
    try {
      const found = looksLikeAddress(source) ? await this.#visit(pageAddress(source)) : await fileAt(source);
      if (isFeed(extensionOf(found.name))) yield* this.#entries(source, found);
      else
        yield* this.#write(source, found.name, await read(found), {
          address: found.address?.href ?? null,
          source: found.address ? null : found.name,
        });
    } catch (error) {
      yield failed(source, error);
    }
  }

  async *#entries(source: string, { bytes, address }: Found): AsyncGenerator<Outcome> {
    const { entries, more } = await entriesOf(decodeMarkup(bytes)?.text ?? '');
    if (entries.length === 0) throw new UserError('the feed has no entries yet; try again when it has');
    if (more)
      yield { from: source, note: `the feed has more entries; the first ${MAX_ENTRIES} are imported` };
    const visited = new Set<string>();
    for (const entry of entries) {
      const from = (entry.link ?? entry.fields.title ?? source).replace(/\s+/g, ' ').trim();
      try {
        yield* this.#entry(from, entry, address, visited);
      } catch (error) {
        yield failed(from, error);
      }
    }
  }

  /** Writes the text that an entry of a feed holds, else that of its page. */
  async *#entry(from: string, entry: Entry, feed: URL | null, visited: Set<string>): AsyncGenerator<Outcome> {
    const { link, fields } = entry;
    const own = entry.content ?? (link === null && entry.summary ? { html: entry.summary } : null);
    if (own) {
      const name = `0${'html' in own ? '.html' : '.txt'}`;
      const origin = { address: linkedPage(link, feed), source: null };
      yield* this.#write(from, name, await ownContent(own, name), origin, fields);
      return;
    }
    if (link === null) throw new UserError('the entry has neither a text nor a link to one');
    const page = pageAddress(link, feed ?? undefined);
    if (visited.has(page.href)) return;
    visited.add(page.href);
    const found = await this.#visit(page);
    if (isFeed(extensionOf(found.name)))
      throw new UserError('the entry leads to another feed; import that by itself');
    yield* this.#write(from, found.name, await read(found), { address: page.href, source: null }, fields);
  }

  /** @param fields what is known besides, where the content itself does not tell. */
  async *#write(
    from: string,
    name: string,
    content: Content | Problem,
    origin: { readonly address: string | null; readonly source: string | null },
    fields: Fields = {},
  ): AsyncGenerator<Outcome> {
    if ('message' in content) throw new UserError(content.message);
    const document = { ...content.document, fields: { ...fields, ...content.document.fields } };
    const { article, problems } = readingOf(name, { ...content, document });
    if (!article) throw new UserError(problems[0]?.message ?? '');
    for (const { message } of problems) yield { from, note: message };
    yield { from, written: await this.#folder.write(textOf(article, name, content, origin)) };
  }

  async #visit(address: URL): Promise<Found> {
    const { url, type, charset, bytes } = await fetchAddress(address, {
      mayVisit: this.#mayVisit,
      check: (named, { pathname }) => void endingFor(named, pathname),
    });
    const ending = endingFor(type, url.pathname);
    const isBinary = ending === '.pdf' || ending === '.docx';
    return {
      name: nameIn(url, ending),
      bytes: charset !== null && !isBinary ? inUtf8(bytes, charset) : bytes,
      address,
    };
  }
}

/** @throws UserError where what is served is nothing that is read. */
function endingFor(type: string, pathname: string): string {
  const ending = endingOf(type, pathname);
  if (ending !== null) return ending;
  const what = type === '' ? 'something without a type' : `“${type}”`;
  throw new UserError(
    `there is ${what}, which is not read; give the address of a page, a PDF, a Word document, a text or a feed`,
  );
}

/** The last part of an address as the name of a file. */
function nameIn({ pathname, hostname }: URL, ending: string): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  return extensionOf(last) === ending ? last : `${last}${ending}`;
}

async function fileAt(file: string): Promise<Found> {
  try {
    const info = await stat(file);
    if (!info.isFile())
      throw new UserError(
        'this is a folder; name the files in it, or set CORPUS_DIR to it to read it as it is',
      );
    if (info.size > MAX_DOCUMENT_BYTES)
      throw new UserError(
        `it is longer than the ${MAX_DOCUMENT_BYTES / 1_000_000} MB that are read; split it`,
      );
    return { name: path.basename(file), bytes: await readFile(file), address: null };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UserError(
      isMissing ? 'there is no such file; an address begins with https://' : systemReason(error),
    );
  }
}

const read = ({ name, bytes }: Found): Promise<Content | Problem> => contentOf(name, bytes);

/** The address that an entry links to, `null` where that is none of a page. */
function linkedPage(link: string | null, feed: URL | null): string | null {
  if (link === null || !URL.canParse(link, feed?.href)) return null;
  const { protocol, href } = new URL(link, feed?.href);
  return /^https?:$/.test(protocol) ? href : null;
}

/** What an entry of a feed holds; all of it is content, so that nothing around it is looked for. */
async function ownContent(own: NonNullable<Entry['content']>, name: string): Promise<Content | Problem> {
  if ('plain' in own) return contentOf(name, Buffer.from(own.plain));
  const document = readPage({ type: 'root', children: wholeOf(pageTree(own.html)) });
  return { document, head: { fields: [], notes: [] }, body: null };
}

/** A text file stays what it is; of all else the words are written as Markdown. */
function textOf(
  article: Article,
  name: string,
  { body, document }: Content,
  { address, source }: { readonly address: string | null; readonly source: string | null },
): NewText {
  return {
    ...article,
    url: address ?? article.url,
    source: article.source ?? source,
    address,
    extension: body === null ? '.md' : extensionOf(name) || '.txt',
    body: body ?? markdownOf(document),
  };
}

function failed(from: string, error: unknown): Outcome {
  if (!(error instanceof UserError)) throw error;
  return { from, failure: error.message };
}
