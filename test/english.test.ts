import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedTokensOf } from '../src/english/joined.js';
import { tagsOf } from '../src/english/tagger.js';
import { tokensOf } from '../src/english/tokens.js';
import { verbOf } from '../src/english/verbs.js';
import { quotedSpans } from '../src/quotes/marks.js';

const written = (text: string): string[] => tokensOf(text).map((token) => token.text);

const joined = (text: string): string[] => {
  const whole = { start: 0, end: text.length };
  return joinedTokensOf(text, whole, quotedSpans(text, [whole]), 0).map(({ kind, text: word }) =>
    kind === 'quoted' ? '“”' : word,
  );
};

describe('tokens', () => {
  it.each([
    ['Mr. Ma paid $1,234.50.', ['Mr.', 'Ma', 'paid', '$', '1,234.50', '.']],
    ['the U.S. plan', ['the', 'U.S.', 'plan']],
    ['10-15 % of Wal-Mart’s', ['10', '-', '15', '%', 'of', 'Wal', '-', 'Mart’s']],
    ['2.5bn (up)', ['2.5', 'bn', '(', 'up', ')']],
    ['Karl A. Berg left.', ['Karl', 'A.', 'Berg', 'left', '.']],
  ])('%s', (text, tokens) => expect(written(text)).toEqual(tokens));

  it.each([
    ['Wal-Mart’s U.S.-China plan', ['Wal-Mart', '’s', 'U.S.-China', 'plan']],
    ['the workers’ Node.js (old) site', ['the', 'workers', '’', 'Node.js', 'site']],
    ['Ma said “it is late” to 1,50.', ['Ma', 'said', '“”', 'to', '1,50', '.']],
    ['an oak.Larch -- no', ['an', 'oak', '.', 'Larch', '--', 'no']],
  ])('joined: %s', (text, tokens) => expect(joined(text)).toEqual(tokens));

  it('are slices of the text, in order, and leave out white space only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, text: word, glued } of tokensOf(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(text.slice(last, start).trim()).toBe('');
          if (last > 0) expect(glued).toBe(start === last);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('verbs', () => {
  it.each([
    ['distrust', 'distrust', 'base'],
    ['adores', 'adore', 'third'],
    ['planned', 'plan', 'participle'],
    ['putting', 'put', 'gerund'],
    ['noted', 'note', 'participle'],
    ['denied', 'deny', 'participle'],
    ['lying', 'lie', 'gerund'],
    ['went', 'go', 'past'],
    ['taken', 'take', 'participle'],
    ['cut', 'cut', 'invariable'],
  ])('%s', (word, lemma, form) => expect(verbOf(word)).toMatchObject({ lemma, form }));

  it.each(['voter', 'indeed', 'thing', 'london'])('%s is none', (word) =>
    expect(verbOf(word)).toBeUndefined(),
  );
});

/** The words of a sentence with that tag. */
const tagged = (text: string, tag: string): string[] => {
  const tokens = tokensOf(text);
  return tagsOf(tokens).flatMap((one, at) => (one === tag ? [tokens[at]?.text ?? ''] : []));
};

describe('tags', () => {
  it.each([
    ['The fans love Ana Berg and called her', ['love', 'called']],
    ['Banks that distrust Acme lend it money.', ['distrust', 'lend']],
    ['Two aides resent the mayor and describe him.', ['resent', 'describe']],
    ['A stall costs 12 coins.', ['costs']],
    ['He told the board that costs had risen.', ['told', 'risen']],
    ['The bus starts at nine.', ['starts']],
    ['He saw two horrific terror attacks in May.', ['saw']],
    ['The initiative passed with 53 percent.', ['passed']],
    ['This means that Lee and Ma own a mill.', ['means', 'own']],
    ['They could not elaborate.', ['elaborate']],
    ['About one in three understand where it leads.', ['understand', 'leads']],
  ])('verbs of: %s', (text, verbs) => expect(tagged(text, 'verb')).toEqual(verbs));

  it.each([
    ['Will Smith said Mark will cut costs.', ['Will', 'Smith', 'Mark']],
    ['Radio Four’s Kelly Ma met US troops.', ['Radio', 'Four’s', 'Kelly', 'Ma', 'US']],
    ['Voters like Karl A. Berg.', ['Karl', 'A.', 'Berg']],
    ['Oslo Group lost to Jan Berg in May.', ['Oslo', 'Group', 'Jan', 'Berg']],
  ])('names of: %s', (text, names) => expect(tagged(text, 'name')).toEqual(names));
});
