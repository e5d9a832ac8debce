import { writeFile } from 'node:fs/promises';
import { reasonOf } from '../errors.js';
import { log } from '../log.js';

/** How often the file is written; a check should allow for several of these, since the bot may be busy for one. */
const EVERY_MS = 15_000;

/**
 * Writes a file again and again while the bot is connected, so that its age tells a health check, which needs no open port,
 * that the bot is connected and has time for others. That it cannot be written is told once.
 *
 * @param isConnected whether it is, at the moment.
 */
export function keepFresh(file: string, isConnected: () => boolean): void {
  let isTold = false;
  const write = async () => {
    if (!isConnected()) return;
    try {
      await writeFile(file, `${new Date().toISOString()}\n`);
    } catch (error) {
      if (isTold) return;
      isTold = true;
      log.warning('HEALTH_FILE={file} cannot be written: {reason}', { file, reason: reasonOf(error) });
    }
  };
  void write();
  setInterval(write, EVERY_MS).unref();
}
