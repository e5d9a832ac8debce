import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressOf } from '../src/progress.js';

const WORK = { what: 'Reading the texts', unit: 'files', meanwhile: 'Wait.', end: 'All is read.' };

/** What is told of ten files that take so long each, where there is a terminal or not. */
function told(secondsEach: number, isTerminal: boolean): (string | null)[] {
  const lines: (string | null)[] = [];
  const note = (line: string | null) => void lines.push(line);
  const progress = progressOf({ warn: note, info: note, ...(isTerminal && { line: note }) }, WORK);
  for (let done = 1; done <= 10; done++) {
    vi.advanceTimersByTime(1000 * secondsEach);
    progress(done, 10);
  }
  return lines;
}

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([true, false])('of short work is not told, and takes no line away (terminal: %s)', (isTerminal) => {
    expect(told(0.1, isTerminal)).toEqual([]);
  });

  it('is a bar that goes when all is done, where there is a terminal', () => {
    const lines = told(1, true);
    expect(lines[0]).toBe('[##----------] Reading the texts: 2 of 10 files');
    expect(lines.slice(-2)).toEqual(['[###########-] Reading the texts: 9 of 10 files', null]);
  });

  it('is a line now and then in a log, and one in the end', () => {
    expect(told(4, false)).toEqual([
      'Reading the texts: 3 of 10 files. Wait.',
      'Reading the texts: 6 of 10 files. Wait.',
      'Reading the texts: 9 of 10 files. Wait.',
      'All is read.',
    ]);
  });
});
