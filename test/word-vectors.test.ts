import { describe, expect, it } from 'vitest';
import { stem } from '../src/text/tokens.js';
import { cosine, vectorOf } from '../src/text/word-vectors.js';

const nearness = (one: string, other: string): number => cosine(vectorOf(stem(one)), vectorOf(stem(other)));

describe('word vectors', () => {
  it.each([
    ['hospital', 'doctor', 'guitar'],
    ['king', 'throne', 'engine'],
    ['river', 'lake', 'lawsuit'],
    ['earthquake', 'flood', 'violin'],
    ['bought', 'sold', 'swam'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(nearness(word, near)).toBeGreaterThan(nearness(word, far) + 0.2);
    expect(nearness(near, word)).toBe(nearness(word, near));
  });

  it('have the length 1, but for rounding', () => {
    for (const word of ['hospital', 'king', 'sold', 'the', 'softbank'].filter(
      (one) => vectorOf(stem(one)) >= 0,
    )) {
      expect(nearness(word, word)).toBeCloseTo(1, 1);
    }
  });

  it('are only there for words that are frequent somewhere', () => {
    expect(vectorOf('xyzzyplugh')).toBe(-1);
    expect(vectorOf('')).toBe(-1);
  });
});
