import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { REST_MS } from './corpus-folder.js';
import { IGNORE_FILE } from './folder.js';

/** However much is being written, what is at rest is not waited for any longer; a text is to answer within two seconds. */
const LONGEST_WAIT_MS = 1000;

/** A folder that was taken away is looked for this often. */
const LOOK_MS = 500;

/** Watches a folder. Many changes at a time are told as one, once nothing has changed for a moment. */
export class FolderWatch {
  readonly #onChange: () => void;
  readonly #watcher: FSWatcher;
  #timer: NodeJS.Timeout | undefined;
  #changedSince: number | null = null;

  /**
   * Resolves when it watches.
   *
   * @param onError told once that changes may go unnoticed, when the system cannot watch so many files.
   */
  static async start(dir: string, onChange: () => void, onError: () => void): Promise<FolderWatch> {
    const root = await realpath(dir);
    const watcher = watch(root, {
      ignoreInitial: true,
      // It keeps no process alive that has nothing else to do.
      persistent: false,
      // What a link leads to is either in the folder anyway, or is not read.
      followSymlinks: false,
      ignored: (file) => isNeverRead(path.relative(root, file)),
    });
    const folder = new FolderWatch(root, watcher, onChange);
    watcher.once('error', onError);
    // Nobody listening would make a second one end the process.
    watcher.on('error', () => {});
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return folder;
  }

  private constructor(root: string, watcher: FSWatcher, onChange: () => void) {
    this.#watcher = watcher;
    this.#onChange = onChange;
    watcher.on('all', () => this.changed());
    watcher.on('unlinkDir', (folder) => folder === root && void this.#waitFor(root));
  }

  /** Takes note of a change; `onChange` follows. */
  changed(): void {
    const now = performance.now();
    this.#changedSince ??= now;
    clearTimeout(this.#timer);
    const wait = Math.min(REST_MS, this.#changedSince + LONGEST_WAIT_MS - now);
    this.#timer = setTimeout(() => {
      this.#changedSince = null;
      this.#onChange();
    }, wait);
  }

  /** Watches on when the folder, which was taken away, is put back. */
  async #waitFor(root: string): Promise<void> {
    while (!existsSync(root)) await sleep(LOOK_MS, undefined, { ref: false });
    if (this.#watcher.closed) return;
    this.#watcher.add(root);
    this.changed();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher.close();
  }
}

/** Hidden files, such as those that editors keep beside an open one, and what a package manager installs. */
const isNeverRead = (file: string): boolean =>
  file
    .split(path.sep)
    .some((name) => (/^\.[^.]/.test(name) && name !== IGNORE_FILE) || name === 'node_modules');
