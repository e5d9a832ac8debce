import { constants } from 'node:fs';
import { type FileHandle, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { UserError } from '../errors.js';
import { MAX_FILES } from '../limits.js';
import type { Problem } from './problem.js';
import { isForAll, serverOf } from './servers.js';

/** The files of a corpus folder that may be texts. */
export interface Listing {
  /** Paths relative to the folder, `/` between folders, sorted. */
  readonly files: readonly string[];
  /** Links and folders that lead to nothing that may be read. */
  readonly problems: readonly Problem[];
}

/** Names what its folder leaves out, in the syntax of `.gitignore`. */
export const IGNORE_FILE = '.verbatimignore';

/** Left out without a word: hidden files, what a package manager installs, what Word keeps beside an open document. */
const isNeverText = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules' || name.startsWith('~$');

/**
 * Lists the files of a folder and its subfolders. Links are followed where they stay in the folder, and show nobody what only
 * a server sees.
 *
 * @throws UserError when the folder itself cannot be read.
 */
export async function listFolder(dir: string): Promise<Listing> {
  const full = path.resolve(dir);
  try {
    if (!(await stat(full)).isDirectory()) throw new UserError(`${full} is a file, not a folder. ${WHICH}`);
    const walk = new Walk(full, await realpath(full), await ignoredIn(full));
    await walk.folder('', walk.root, []);
    return walk.listing();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError(`There is no folder ${full}. ${WHICH}`);
    throw new UserError(`The folder ${full} cannot be opened: ${systemReason(error)}. ${WHICH}`);
  }
}

const WHICH = 'Set CORPUS_DIR, or --corpus, to the folder with your texts.';

async function ignoredIn(dir: string): Promise<Ignore> {
  const file = path.join(dir, IGNORE_FILE);
  const rules = await readFile(file, 'utf8').catch((error: unknown) => {
    // Most folders have none. One that cannot be read may keep private what must not be shown.
    if (codeOf(error) === 'ENOENT') return '';
    throw new UserError(`${file}, which names what is left out, cannot be read: ${systemReason(error)}.`);
  });
  return ignore().add(rules);
}

/** A file by the path it was found at, and where it really is. */
interface Found {
  readonly file: string;
  readonly real: string;
}

class Walk {
  readonly root: string;
  readonly #found: Found[] = [];
  readonly #problems: Problem[] = [];
  readonly #dir: string;
  readonly #ignored: Ignore;
  #seen = 0;

  constructor(dir: string, root: string, ignored: Ignore) {
    this.#dir = dir;
    this.root = root;
    this.#ignored = ignored;
  }

  /** What was found; a text that the same people would see by a link too is read once, by its own name where it has one. */
  listing(): Listing {
    const isLinked = ({ file, real }: Found) => real !== path.join(this.root, file);
    const found = this.#found.sort((a, b) => +isLinked(a) - +isLinked(b) || (a.file < b.file ? -1 : 1));
    const files = new Map<string, string>();
    for (const { file, real } of found) {
      const key = `${serverOf(file)} ${real}`;
      if (files.has(key)) this.#problems.push({ file, line: null, severity: 'passed over', message: TWICE });
      else files.set(key, file);
    }
    return { files: [...files.values()].sort(), problems: this.#problems };
  }

  /** @param above the real folders that lead here; a link to one of them would go round in circles. */
  async folder(folder: string, real: string, above: readonly string[]): Promise<void> {
    for (const entry of await readdir(path.join(this.#dir, folder), { withFileTypes: true })) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isNeverText(entry.name)) continue;
      if (++this.#seen > MAX_FILES) return this.#tooMany();
      const found = entry.isSymbolicLink()
        ? await this.#linked(file)
        : { real: path.join(real, entry.name), isFolder: entry.isDirectory(), isFile: entry.isFile() };
      if (found === null || this.#ignored.ignores(found.isFolder ? `${file}/` : file)) continue;
      if (found.isFile) this.#found.push({ file, real: found.real });
      else if (!found.isFolder) this.#leaveOut(file, NO_FILE);
      else if (found.real !== real && !above.includes(found.real))
        await this.#subfolder(file, found.real, [...above, real]);
    }
  }

  async #subfolder(folder: string, real: string, above: readonly string[]): Promise<void> {
    try {
      await this.folder(folder, real, above);
    } catch (error) {
      this.#leaveOut(folder, systemReason(error));
    }
  }

  /** Where a link leads; `null` when that is nowhere, out of the folder, or to what others do not see. */
  async #linked(file: string): Promise<{ real: string; isFolder: boolean; isFile: boolean } | null> {
    try {
      const real = await realpath(path.join(this.#dir, file));
      const info = await stat(real);
      const reason = whyNotFollowed(this.root, real, file);
      if (reason !== null) this.#leaveOut(file, reason);
      else return { real, isFolder: info.isDirectory(), isFile: info.isFile() };
    } catch {
      this.#leaveOut(file, 'a link that leads to nothing; remove it, or put back what it led to');
    }
    return null;
  }

  #leaveOut(file: string, message: string): void {
    if (!this.#ignored.ignores(file))
      this.#problems.push({ file, line: null, severity: 'left out', message });
  }

  #tooMany(): void {
    const message = `more than ${MAX_FILES} files and folders; the others are not read. Name in ${IGNORE_FILE} what is no text`;
    if (this.#seen === MAX_FILES + 1) this.#leaveOut(path.basename(this.#dir), message);
  }
}

/** Why a link is not followed to where it leads, in words; `null` where it is. */
function whyNotFollowed(root: string, real: string, link: string): string | null {
  if (real !== root && !real.startsWith(root + path.sep)) return OUTSIDE;
  // Of a folder, what stands in it counts.
  const inside = [...path.relative(root, real).split(path.sep), '.'].join('/');
  const server = serverOf(inside);
  return isForAll(inside) || (server !== null && server === serverOf(link)) ? null : OF_OTHERS;
}

/**
 * Opens a file of the folder to read it, or tells in words why it is not read: since it was listed, something else may have
 * taken its name. The reading does not wait for what is no file.
 *
 * @throws the system's error when it cannot be opened.
 */
export async function openListed(dir: string, file: string): Promise<FileHandle | string> {
  const root = await realpath(dir);
  const real = await realpath(path.join(root, file));
  const reason = whyNotFollowed(root, real, file);
  if (reason !== null) return reason;
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  return NO_FILE;
}

const NO_FILE = 'neither a file nor a folder';
const OUTSIDE = 'a link out of the corpus folder; copy there what it leads to';
const OF_OTHERS = 'a link to what only one server sees; copy it to where it is to be seen';
const TWICE = 'a link to what is read anyway';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Why the system did not give a file or folder, in words for its owner. */
export function systemReason(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'it is not there any more';
  if (code === 'EACCES' || code === 'EPERM')
    return 'the account that runs the bot may not read it; give it the permission';
  return 'the disk or the network did not give it; try again, and check that it opens elsewhere';
}
