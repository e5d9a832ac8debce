import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

/** Characters of log that wait for a reader who is slow, some thousands of lines; what comes then is lost. */
const MAX_WAITING = 1_000_000;

/** Where lines go: writes a text and says whether it was taken. */
type Outlet = (text: string) => boolean;

/**
 * Writes lines to standard error so that nothing that becomes of them holds the process up or ends it: a disk that is full,
 * a reader that is slow or gone, a terminal that is stopped.
 *
 * @param noteOf a line that says how many lines were lost; it stands before the first that is written after them.
 */
export function createLineWriter(
  noteOf: (lost: number) => string,
  outlet: Outlet = outletOf(process.stderr),
): (line: string) => void {
  let lost = 0;
  return (line) => {
    const isWritten = outlet(lost === 0 ? line : noteOf(lost) + line);
    lost = isWritten ? 0 : lost + 1;
  };
}

/** Lines to a stream of the process. */
export function outletOf(stream: NodeJS.WriteStream & { fd: number }): Outlet {
  const { fd } = stream;
  // Node stops writing to a file after its first error, though the disk may have room again.
  if (!(stream instanceof Socket)) return (text) => tryTo(() => writeSync(fd, text));
  stream.on('error', () => {});
  unblock(stream);
  return (text) => {
    if (stream.errored || stream.writableLength > MAX_WAITING) return false;
    stream.write(text);
    return true;
  };
}

/** Node waits for a terminal, which may be stopped by a key; nothing public keeps it from that. */
function unblock(terminal: NodeJS.WriteStream): void {
  const { _handle } = terminal as { _handle?: { setBlocking?(isBlocking: boolean): void } };
  if (terminal.isTTY) _handle?.setBlocking?.(false);
}

function tryTo(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
