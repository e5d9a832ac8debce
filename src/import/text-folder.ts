import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { slug } from 'github-slugger';
import { stringify } from 'yaml';
import type { Provenance } from '../corpus/article.js';
import { readFields } from '../corpus/fields.js';
import { FORMATS } from '../corpus/formats/index.js';
import { splitFrontMatter } from '../corpus/front-matter.js';
import { extensionOf, withoutExtension } from '../corpus/title.js';
import { UserError } from '../errors.js';
import { MAX_FRONT_MATTER_LENGTH, MAX_TEXT_BYTES } from '../limits.js';

/** A text that is to be a file. */
export interface NewText extends Provenance {
  readonly title: string;
  /** The address that it was imported from, by which its file is known again. */
  readonly address: string | null;
  /** With the dot. */
  readonly extension: string;
  /** Below the front matter. */
  readonly body: string;
}

/** What was done with a text, and in which file it is. */
export interface Written {
  readonly file: string;
  readonly how: 'new' | 'updated' | 'there already';
}

/** Longest name of a file, in UTF-16 units, without number and ending; systems allow 255 bytes, of which a letter takes up to three. */
const MAX_NAME = 70;

/** Names that Windows keeps for itself, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])$/;

/** Bytes of a file in which front matter of the longest kind ends. */
const HEAD_BYTES = 4 * MAX_FRONT_MATTER_LENGTH;

/** A folder into which texts are written, none over another. */
export class TextFolder {
  readonly #dir: string;
  /** In lower case, without endings, as the ids of texts are told apart. */
  readonly #names: Set<string>;
  /** Files by the addresses that they say they are from. */
  readonly #files: Map<string, string>;
  /** The files that this folder object wrote, which it does not write again. */
  readonly #own = new Set<string>();

  private constructor(dir: string, names: Set<string>, files: Map<string, string>) {
    this.#dir = dir;
    this.#names = names;
    this.#files = files;
  }

  /**
   * Looks what is in a folder, which need not be there yet.
   *
   * @throws UserError when it cannot be read.
   */
  static async open(dir: string): Promise<TextFolder> {
    const entries = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw new UserError(`${dir} is no folder that can be read; name another with --into`, 2);
    });
    const files = new Map<string, string>();
    for (const entry of entries) {
      const isRead = entry.isFile() && isText(entry.name);
      const address = isRead ? await addressIn(path.join(dir, entry.name)) : null;
      if (address !== null && !files.has(address)) files.set(address, entry.name);
    }
    return new TextFolder(dir, new Set(entries.map(({ name }) => nameOf(name))), files);
  }

  /**
   * Writes a text: over the file that was imported from the same address before, else to a file of its own, named after
   * its title, unless that is there already, word for word.
   *
   * @throws UserError when it is too long, or the folder cannot be written to.
   */
  async write(text: NewText): Promise<Written> {
    const content = contentOf(text);
    if (Buffer.byteLength(content) > MAX_TEXT_BYTES)
      throw new UserError(
        `its text is longer than the ${MAX_TEXT_BYTES / 1_000_000} MB that are read; split it`,
      );
    try {
      await mkdir(this.#dir, { recursive: true });
      const before = this.#fileFrom(text);
      const written = before ? await this.#replace(before, content) : await this.#add(text, content);
      if (text.address !== null) this.#files.set(normal(text.address), written.file);
      this.#own.add(written.file);
      return { ...written, file: path.join(this.#dir, written.file) };
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      throw new UserError(
        `${this.#dir} cannot be written to; check that there is room and that you may, or name another folder with --into`,
      );
    }
  }

  #fileFrom({ address, extension }: NewText): string | null {
    const file = address === null ? undefined : this.#files.get(normal(address));
    return file !== undefined && extensionOf(file) === extension && !this.#own.has(file) ? file : null;
  }

  /** In one step, so that nobody reads half of it. */
  async #replace(file: string, content: string): Promise<Written> {
    const draft = path.join(this.#dir, `.${randomUUID()}.tmp`);
    try {
      await writeFile(draft, content, { flag: 'wx' });
      await rename(draft, path.join(this.#dir, file));
    } finally {
      await rm(draft, { force: true });
    }
    return { file, how: 'updated' };
  }

  async #add({ title, extension }: NewText, content: string): Promise<Written> {
    const name = fileNameOf(title);
    for (let number = 1; ; number++) {
      const numbered = number === 1 ? name : `${name}-${number}`;
      const file = `${numbered}${extension}`;
      if (this.#names.has(nameOf(file))) {
        if (await this.#holds(file, content)) return { file, how: 'there already' };
        continue;
      }
      this.#names.add(nameOf(file));
      await writeFile(path.join(this.#dir, file), content, { flag: 'wx' });
      return { file, how: 'new' };
    }
  }

  async #holds(file: string, content: string): Promise<boolean> {
    const there = await readFile(path.join(this.#dir, file), 'utf8').catch(() => null);
    return there === content;
  }
}

/** A name that says what a text is, and that every system takes. */
export function fileNameOf(title: string): string {
  const name = slug(title.normalize('NFC')).replace(/-{2,}/g, '-');
  const cut =
    name.length > MAX_NAME ? name.slice(0, MAX_NAME).replace(/(?<=.{20})-[^-]*$|[\uD800-\uDBFF]$/, '') : name;
  const bare = cut.replace(/^-+|-+$/g, '');
  return bare === '' || RESERVED.test(bare) ? `text${bare && '-'}${bare}` : bare;
}

/** The front matter with what is known, and the text. */
function contentOf({ body, title, author, publisher, date, url, language, source }: NewText): string {
  const known = Object.entries({ title, author, publisher, date, url, lang: language, source });
  const fields = Object.fromEntries(known.filter(([, value]) => value !== null));
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n${body}`;
}

/** The address in a file's front matter, `null` where there is none. */
async function addressIn(file: string): Promise<string | null> {
  const handle = await open(file).catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const { fields } = splitFrontMatter(buffer.toString('utf8', 0, bytesRead).replace(/\r\n?/g, '\n'));
    const { url } = readFields(fields).known;
    return url && normal(url);
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

const normal = (address: string): string => new URL(address).href;

const nameOf = (file: string): string => withoutExtension(file).normalize('NFC').toLowerCase();

const isText = (name: string): boolean =>
  !name.startsWith('.') &&
  FORMATS.some(({ isText: is, extensions }) => is && extensions.includes(extensionOf(name)));

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
