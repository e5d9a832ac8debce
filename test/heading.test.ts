import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutOf, headingOf, questionOf } from '#root/src/discord/heading.js';

describe('GIVEN a question of any characters', () => {
  const MARKS = [
    '*',
    '_',
    '\\',
    '`',
    '|',
    '~',
    '<',
    '>',
    '[',
    ']',
    ':',
    '@',
    '# ',
    '- ',
    '1. ',
    'https://a.b/c_d',
    'a',
    ' ',
  ];
  const questions = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...MARKS)).map((parts) => parts.join('')),
  );
  const oneLine = questions.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

  it('THEN it is read back from an answer as it was, large or small, with somebody named or not', () => {
    fc.assert(
      fc.property(oneLine, (question) => {
        const headings = [headingOf(question), headingOf(question, '100000000000000007'), aboutOf(question)];
        expect(headings.map(questionOf)).toEqual([question, question, question]);
      }),
      { numRuns: 2000 },
    );
  });

  it('THEN what is no heading has none', () => {
    expect(['', '### ', 'The texts say:', headingOf(null)].map(questionOf)).toEqual([null, null, null, null]);
  });
});
