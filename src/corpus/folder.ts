import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { UserError } from '../errors.js';
import { MAX_FILES } from '../limits.js';
import type { Problem } from './problem.js';

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
 * Lists the files of a folder and its subfolders. Links are followed where they stay in the folder.
 *
 * @throws UserError when the folder itself cannot be read.
 */
export async function listFolder(dir: string): Promise<Listing> {
  const full = path.resolve(dir);
  await mustBeFolder(full);
  const walk = new Walk(full, await realpath(full), await ignoredIn(full));
  await walk.folder('', walk.root, []);
  return { files: walk.files.sort(), problems: walk.problems };
}

const WHICH = 'Set CORPUS_DIR, or --corpus, to the folder with your texts.';

async function mustBeFolder(full: string): Promise<void> {
  try {
    if (!(await stat(full)).isDirectory()) throw new UserError(`${full} is a file, not a folder. ${WHICH}`);
    await readdir(full);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      throw new UserError(`There is no folder ${full}. ${WHICH}`);
    throw new UserError(`The folder ${full} cannot be opened: ${systemReason(error)}. ${WHICH}`);
  }
}

async function ignoredIn(dir: string): Promise<Ignore> {
  const file = path.join(dir, IGNORE_FILE);
  const rules = await readFile(file, 'utf8').catch((error: unknown) => {
    // Most folders have none. One that cannot be read may keep private what must not be shown.
    if (codeOf(error) === 'ENOENT') return '';
    throw new UserError(`${file}, which names what is left out, cannot be read: ${systemReason(error)}.`);
  });
  return ignore().add(rules);
}

class Walk {
  readonly files: string[] = [];
  readonly problems: Problem[] = [];
  readonly root: string;
  readonly #dir: string;
  readonly #ignored: Ignore;
  #seen = 0;

  constructor(dir: string, root: string, ignored: Ignore) {
    this.#dir = dir;
    this.root = root;
    this.#ignored = ignored;
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
      if (found.isFile) this.files.push(file);
      else if (!found.isFolder) this.#leaveOut(file, 'neither a file nor a folder');
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

  /** Where a link leads; `null` when that is nowhere, or out of the folder. */
  async #linked(file: string): Promise<{ real: string; isFolder: boolean; isFile: boolean } | null> {
    try {
      const real = await realpath(path.join(this.#dir, file));
      const info = await stat(real);
      if (real === this.root || real.startsWith(this.root + path.sep))
        return { real, isFolder: info.isDirectory(), isFile: info.isFile() };
      this.#leaveOut(file, 'a link out of the corpus folder; copy there what it leads to');
    } catch {
      this.#leaveOut(file, 'a link that leads to nothing; remove it, or put back what it led to');
    }
    return null;
  }

  #leaveOut(file: string, message: string): void {
    if (!this.#ignored.ignores(file)) this.problems.push({ file, line: null, severity: 'left out', message });
  }

  #tooMany(): void {
    const message = `more than ${MAX_FILES} files and folders; the others are not read. Name in ${IGNORE_FILE} what is no text`;
    if (this.#seen === MAX_FILES + 1) this.#leaveOut(path.basename(this.#dir), message);
  }
}

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
