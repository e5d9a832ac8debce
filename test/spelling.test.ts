import { describe, expect, it } from 'vitest';
import { editDistance, Spelling } from '../src/text/spelling.js';

describe('spelling', () => {
  const spelling = new Spelling();
  const words: readonly (readonly [string, number])[] = [
    ['employees', 9],
    ['employers', 2],
    ['walmart', 3],
    ['jobs', 5],
    ['job', 5],
  ];
  for (const [form, frequency] of words) spelling.add(form, frequency);
  it.each([
    ['employes', 'employees'],
    ['emploeyes', 'employees'],
    ['walmrat', 'walmart'],
    ['jbos', 'jobs'],
    ['paris', null],
    ['joy', null],
    ['x'.repeat(300), null],
  ])('%s → %s', (word, meant) => {
    expect(spelling.correct(word)).toBe(meant);
  });

  it('counts a swap of neighbours once', () => {
    expect(editDistance('abcd', 'abdc')).toBe(1);
    expect(editDistance('abcd', '')).toBe(4);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
