import type { WriteStream } from 'node:tty';

const MORE = '-- Enter for more, q and Enter to stop -- ';

/**
 * Writes a text, broken into lines that fit, screen by screen where it is longer than the terminal is high, asking
 * between the screens. `ask` resolves to `null` when the input has ended.
 */
export async function showByScreens(
  text: string,
  output: Pick<WriteStream, 'rows' | 'write'>,
  ask: (prompt: string) => Promise<string | null>,
): Promise<void> {
  // A terminal that does not tell its height has 0 rows.
  const height = (output.rows || 24) - 2;
  const lines = text.split('\n');
  for (let from = 0; from < lines.length; from += height) {
    if (from > 0) {
      const answer = await ask(MORE);
      if (answer === null || /^\s*q/i.test(answer)) return;
    }
    output.write(`${lines.slice(from, from + height).join('\n')}\n`);
  }
}
