import type { WriteStream } from 'node:tty';

const MORE = '-- Enter shows more, q stops -- ';

/** Rows that a line takes on a terminal that is `columns` wide. */
const rowsOf = (line: string, columns: number): number => Math.max(1, Math.ceil(line.length / columns));

/**
 * Writes a text screen by screen where it is longer than the terminal is high, asking between the screens. `ask`
 * resolves to `null` when the input has ended.
 */
export async function showByScreens(
  text: string,
  output: WriteStream,
  ask: (prompt: string) => Promise<string | null>,
): Promise<void> {
  const { rows = 24, columns = 80 } = output;
  let left = rows - 2;
  for (const line of text.split('\n')) {
    const needed = rowsOf(line, columns);
    if (needed > left && left < rows - 2) {
      const answer = await ask(MORE);
      if (answer === null || /^\s*q/i.test(answer)) return;
      left = rows - 2;
    }
    output.write(`${line}\n`);
    left -= needed;
  }
}
