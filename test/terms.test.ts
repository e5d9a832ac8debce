import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, formsOf, termsOf, wordsOf } from '../src/english/terms.js';
import { MAX_WORD_LENGTH } from '../src/limits.js';
import { anyText, HOSTILE } from './support/texts.js';

/** A text and the forms of its words, unstemmed. */
const cases: readonly (readonly [text: string, forms: string])[] = [
  ['U.S', 'usa'],
  ['U.S.', 'usa'],
  ['US', 'usa'],
  ['USA', 'usa'],
  ['U.S.A.', 'usa'],
  ['the US’s', 'the usa'],
  ['us', 'us'],
  ['US-China', 'usachina usa china'],
  ['U.S.-China', 'usa china'],
  ['U.K.', 'uk'],
  ['Wal-Mart', 'walmart wal mart'],
  ['Wal‑Mart', 'walmart wal mart'],
  ['Walmart', 'walmart'],
  ['Wal Mart', 'wal mart'],
  ['e-mail', 'email mail'],
  ['36,446', '36446'],
  ['36446', '36446'],
  ['$2.5bn', '2.5bn 2.5'],
  ['1,000,000.50', '1000000.50'],
  ['10–15', '10 15'],
  ['3rd', '3rd 3'],
  ['COVID-19', 'covid19 covid 19'],
  ['don’t', 'dont'],
  ["don't", 'dont'],
  ['Alibaba’s', 'alibaba'],
  ["Alibaba's", 'alibaba'],
  ["companies'", 'companies'],
  ['O’Neill', 'oneill'],
  ['S&P 500', 'sp 500'],
  ['AT&T', 'att at'],
  ['CAFÉ cafe\u0301', 'cafe cafe'],
  ['ﬁne ＡＢＣ', 'fine abc'],
  ['他来了', '他来 来了'],
  ['东', '东'],
  ['タワー', 'タワ ワー'],
  ['iPhone手机', 'iphone 手机'],
  ['2016年', '2016 年'],
  ['constructor __proto__', 'constructor proto'],
  ['?! … 🙂 \ud83d \0', ''],
];

describe('forms of words', () => {
  it.each(cases)('%j → %s', (text, forms) => {
    expect(wordsOf(text).flatMap((word) => formsOf(word.text))).toEqual(forms.split(' ').filter(Boolean));
  });
});

describe('index terms', () => {
  it.each([
    ['the of and don’t it’s', ''],
    ['the US told us', 'usa told'],
    ['selling sellers sold', 'sell seller sold'],
    ['Twelve jobs, 12 jobs', '12 job 12 job'],
    ['companies’ company’s', 'compani compani'],
  ])('%s → %s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms.split(' ').filter(Boolean));
  });

  it('of a long run without spaces cover it to its end', () => {
    expect(termsOf(`${'雨'.repeat(100)}晴天`)).toContain('晴天');
  });
});

describe('words', () => {
  it.each([
    ['Wal-Mart has 36,446 of them, don’t you know?', 8],
    ['', 0],
    [' — … ', 0],
    ['The U.S. S&P', 3],
  ])('%s: %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('any text', () => {
  it('has words that are slices of it, in order, and bounded terms', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        let from = 0;
        for (const { start, end, text: word } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(word).toBe(text.slice(start, end));
          expect(word.length).toBeGreaterThan(0);
          from = end;
        }
        expect(countWords(text)).toBe(wordsOf(text).length);
        expectBounded(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each(HOSTILE)('much of %s', (_, text) => {
    expectBounded(text);
  });
});

/** Folding may take a character apart, into at most 18 (Unicode Standard, annex 15). */
function expectBounded(text: string): void {
  const terms = termsOf(text);
  expect(terms.length).toBeLessThanOrEqual(2 * text.length);
  for (const term of terms) {
    if (term.length === 0 || term.length > 18 * MAX_WORD_LENGTH) expect.fail(`a term of ${term.length}`);
  }
}

describe('the words of a long text', () => {
  it('are those of its lines, where they stand', () => {
    const line = 'In the U.S. Wal-Mart’s 36,446 e-mails – and 2.5bn more\n';
    const times = 1000;
    const alone = wordsOf(line);
    const words = wordsOf(line.repeat(times));
    expect(words.slice(-alone.length)).toEqual(
      alone.map(({ text, start, end }) => {
        const before = line.length * (times - 1);
        return { text, start: before + start, end: before + end };
      }),
    );
    expect(words).toHaveLength(alone.length * times);
    expect(countWords(line.repeat(times))).toBe(words.length);
  });

  it('are found where one goes on for megabytes', () => {
    const text = `${'e\u0301'.repeat(4_000_000)} bridge`;
    expect(wordsOf(text).at(-1)?.text).toBe('bridge');
    expect(countWords(text)).toBe(wordsOf(text).length);
  });
});
