import { describe, expect, it } from 'vitest';
import { showByScreens } from '../../src/console/pager.js';

const text = (lines: number): string => Array.from({ length: lines }, (_, i) => `line ${i + 1}`).join('\n');

/** What is written on a terminal of so many rows, `?` where it asks, the answers to that given in order. */
async function shown(content: string, rows: number, answers: readonly (string | null)[] = []) {
  let written = '';
  const left = [...answers];
  const write = (part: string): boolean => {
    written += part;
    return true;
  };
  await showByScreens(content, { rows, write }, async () => {
    written += '?\n';
    return left.shift() ?? null;
  });
  return written;
}

describe('a text longer than the terminal', () => {
  it('is shown at once where it fits', async () => {
    expect(await shown(text(8), 10)).toBe(`${text(8)}\n`);
    expect(await shown(text(22), 0)).toBe(`${text(22)}\n`);
  });

  it('is shown screen by screen, no line lost, as long as Enter is pressed', async () => {
    const all = await shown(text(20), 10, ['', '']);
    expect(all.split('\n').filter((line) => line === '?')).toHaveLength(2);
    expect(all.replaceAll('?\n', '')).toBe(`${text(20)}\n`);
    expect(all.split('?\n')[0]).toBe(`${text(8)}\n`);
  });

  it.each(['q', ' Quit', null])('ends on %j', async (answer) => {
    expect(await shown(text(20), 10, [answer])).toBe(`${text(8)}\n?\n`);
  });
});
