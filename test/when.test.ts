import { describe, expect, it } from 'vitest';
import { asksWhen, tellsTime } from '../src/answer/when.js';

describe('a question for a time', () => {
  it.each([
    'when did it open?',
    "when's the party",
    'since when is it shut?',
    'and what year was that',
    'Which day is free?',
  ])('%s is one', (question) => expect(asksWhen(question)).toBe(true));

  it.each([
    'when you join, what do you get?',
    'how long did it take?',
    'what a day!',
    'who decides when it opens?',
  ])('%s is none', (question) => expect(asksWhen(question)).toBe(false));
});

describe('a sentence that tells a time', () => {
  it.each([
    'It opened in 1911.',
    'It opens at 9:30.',
    'It is open until noon.',
    'Buses are free on Sundays.',
    'It is paid once the vote is over.',
    'If it snows, it is shut.',
    'It was shut three weeks ago.',
  ])('%s', (sentence) => expect(tellsTime(sentence)).toBe(true));

  it.each(['The firm has promised 50,000 jobs.', 'She sits on the board.', 'It costs 12 euros.'])(
    '%s does not',
    (sentence) => expect(tellsTime(sentence)).toBe(false),
  );
});
