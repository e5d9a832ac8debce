import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { warningsOn } from '../../src/console/input.js';
import { openTerminal } from '../../src/console/terminal.js';
import type { Library } from '../../src/library.js';

/** A terminal in the place of that of the process. */
function terminal(): { input: PassThrough; output: PassThrough } {
  const stream = () => Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const input = stream();
  const output = stream();
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as unknown as typeof process.stdin);
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(output as unknown as typeof process.stdout);
  return { input, output };
}

/** A library that somebody does something to while it is asked for examples. */
const asked = (meanwhile: () => Promise<unknown>) => () =>
  ({ articles: [], examples: () => meanwhile().then(() => []) }) as unknown as Library;

const NO_PROMPT = { redraw: () => {} };

describe('the terminal', () => {
  afterEach(() => vi.restoreAllMocks());

  it('ends without a word when its input ends while it looks something up', async () => {
    const { input } = terminal();
    const opened = openTerminal(
      asked(async () => {
        input.end();
        await once(input, 'end');
        await nextTurn();
      }),
      NO_PROMPT,
    );
    input.write('/help\n');
    await expect(opened).resolves.toBeUndefined();
  });

  it('hands Ctrl+C on to the process, also while it looks something up', async () => {
    const { input } = terminal();
    const stopped = once(process, 'SIGINT');
    const opened = openTerminal(
      asked(() => {
        input.write('\u0003');
        return stopped;
      }),
      NO_PROMPT,
    );
    input.write('/help\n');
    await stopped;
    input.end();
    await opened;
  });

  it('shows what somebody is typing again under what is told meanwhile', async () => {
    const { input, output } = terminal();
    const prompt = { redraw: () => {} };
    const opened = openTerminal(asked(nextTurn), prompt);
    input.write('how ma');
    await nextTurn();
    output.read();
    warningsOn(output, () => prompt.redraw()).info('11 texts were read.');
    const shown = stripVTControlCharacters(String(output.read()));
    expect(shown).toMatch(/^11 texts were read\.\n.*verbatim> how ma$/s);
    input.end();
    await opened;
  });
});
