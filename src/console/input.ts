import { clearLine, cursorTo } from 'node:readline';
import { StringDecoder } from 'node:string_decoder';
import { reasonOf } from '../errors.js';
import type { Told } from '../progress.js';
import { visible } from '../text/visible.js';

/** A stream that may be a terminal. */
export type Output = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>;

/** How wide a terminal is that does not say, or says nothing. */
const DEFAULT_COLUMNS = 80;

/**
 * The lines of a stream, as they come in, without their line ends. A line ends at `\n` alone (a `\r` before it is
 * dropped), so that one line in is one line out whatever other separators a line holds.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    rest += first;
    for (const next of others) {
      yield rest.replace(/\r$/, '');
      rest = next;
    }
  }
  rest += decoder.end();
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** Writes to a stream and waits while it is full. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve));
}

/**
 * Warnings and progress as lines on a stream; on a terminal progress stays in one.
 *
 * @param after called after a line that took the place of what somebody was typing.
 */
export function warningsOn(stream: Output, after = () => {}): Told {
  const tell = (message: string) => {
    if (stream.isTTY) showLine(stream, null);
    stream.write(`${visible(message)}\n`);
    after();
  };
  return {
    warn: (message) => tell(`Warning: ${message}`),
    info: tell,
    ...(stream.isTTY && {
      line: (text) => {
        showLine(stream, text);
        if (text === null) after();
      },
    }),
  };
}

/** Shows a line over the one before, as wide as the terminal; with `null` the line is empty again. */
function showLine(stream: Output, text: string | null): void {
  clearLine(stream, 0);
  cursorTo(stream, 0);
  stream.write((text ?? '').slice(0, (stream.columns || DEFAULT_COLUMNS) - 1));
}

/**
 * Ends the process when its output can go nowhere: quietly where the reader has gone away (`| head`), else with a sentence
 * and code 1. That nobody takes its warnings ends nothing.
 */
export function mindOutput(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`The output could not be written: ${reasonOf(error)}.\n`);
    process.exit(1);
  });
}
