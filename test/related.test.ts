import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnglish, meaningsOf, relatedWords } from '../src/text/related.js';
import { editDistance, Spelling } from '../src/text/spelling.js';
import { stem } from '../src/text/tokens.js';

describe('related words', () => {
  it.each([
    ['met', 'irregular', 'meet'],
    ['teach', 'irregular', 'taught'],
    ['purchase', 'synonyms', 'buy'],
    ['employment', 'synonyms', 'work'],
    ['oak', 'hypernyms', 'tree'],
  ] as const)('%s has among its %s: %s', (word, kind, other) => {
    expect(relatedWords(stem(word))[kind]).toContain(stem(other));
  });

  it('knows which stems are English, and finds every one it can reach', () => {
    expect(isEnglish(stem('weather'))).toBe(true);
    expect(isEnglish(stem('softbank'))).toBe(false);
    expect(meaningsOf(stem('ppl'))).toEqual([stem('people')]);
    for (const word of relatedWords(stem('company')).synonyms) expect(isEnglish(word)).toBe(true);
  });

  it('knows nothing of any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { synonyms, category } = relatedWords(text);
        expect(isEnglish(text) || (synonyms.length === 0 && category === -1)).toBe(true);
      }),
    );
    for (const word of ['toString', '__proto__', '\n', '\t', ''])
      expect(relatedWords(word).derived).toEqual([]);
  });
});

describe('spelling', () => {
  const spelling = new Spelling([
    ['employees', 9],
    ['employers', 2],
    ['walmart', 3],
    ['jobs', 5],
    ['job', 5],
  ]);
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
