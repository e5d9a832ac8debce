import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, joined } from '#root/src/answer/follow-up.js';

describe('GIVEN a question and a reply to its answer', () => {
  it.each([
    ['how many employees does Amazon have?', 'what about Walmart?', 'how many employees does Walmart have?'],
    [
      'how many employees does Amazon have?',
      'and in the US?',
      'how many employees does Amazon have in the US?',
    ],
    ['how many people work at Amazon?', 'and at Walmart?', 'how many people work at Walmart?'],
    [
      'how many jobs did SoftBank promise in 2016?',
      'and in 2017?',
      'how many jobs did SoftBank promise in 2017?',
    ],
    ['who was president before Carter?', 'and after Ford?', 'who was president after Ford?'],
    ['was 1900 a leap year', 'and 1600?', 'was 1600 a leap year?'],
    ['when was the first blow', 'and the second?', 'when was the second blow?'],
    ['is it safe to watch a lunar eclipse', 'and a solar one?', 'is it safe to watch a solar eclipse?'],
    ['how far is Leeds from York', 'and Hull?', 'how far is Hull from York?'],
    ['when did they meet?', 'where?', 'where did they meet?'],
    ['who discovered Charon', 'when?', 'when did they discover Charon?'],
    ['can I appeal', 'how', 'how can I appeal'],
    ['was the plan rejected', 'by whom?', 'by whom was the plan rejected?'],
    ['was the plan rejected', 'why not', 'why was the plan not rejected'],
    ['how long can my name be', 'which characters', 'which characters can my name be'],
    ['can they remove a member', 'with what majority', 'with what majority can they remove a member'],
    ['what is griefing', 'is it allowed?', 'is griefing allowed?'],
    ['can a member be inactive', 'do they lose commit access', 'do the member lose commit access'],
    ['what does the mermaid hold', 'what colour is her hair', "what colour is the mermaid's hair"],
    ['how big is the valley', 'how many people live there?', 'how many people live in the valley?'],
    ['how many profiles are there', 'can I have more', 'can I have more profiles'],
    ['can I see when my ban ends', 'can others?', 'can others see when my ban ends?'],
    ['how do I pin a formula', 'and undo it?', 'how do I undo the formula?'],
    ['how many jobs did SoftBank promise in 2016?', 'why?', 'why did SoftBank promise jobs in 2016?'],
    ['who did the mayor meet?', 'when?', 'when did the mayor meet?'],
    ['who did she invite', 'where?', 'where did she invite?'],
    ['what does a ticket cost', 'is it true that Sam left?', 'is it true that Sam left?'],
    ['how many days were skipped in 1582', 'how many in Russia?', 'how many days in Russia?'],
  ])('WHEN “%s” is followed by “%s” THEN it asks “%s”', (before, reply, whole) => {
    expect(joined(before, reply)).toBe(whole);
  });

  it.each([
    ['how much did the kiln cost?', 'when?'],
    ['how much did the kiln cost?', 'is that too much?'],
    ['how much did the kiln cost?', "wasn't that a bad idea?"],
    ['how many people does the town have?', 'but why?'],
    ['What did the mayor say about gas?', 'why?'],
    ['Who does the mayor say won?', 'when?'],
  ])('WHEN no question can be made of “%s” and “%s” THEN none is', (before, reply) => {
    expect(joined(before, reply)).toBeNull();
  });

  it('WHEN what costs is no place THEN nobody is in it', () => {
    expect(joined('how much did the kiln cost?', 'who was there?')).not.toContain('kiln');
  });

  it('WHEN it asks of somebody THEN that is who the answer names', () => {
    const shown = 'On Monday Jack Ma met the president.';
    expect(joined('who met the president?', 'how old is he?', shown)).toBe('how old is Jack Ma?');
  });

  it.each(['where did SoftBank invest?', 'is there a vaccine', 'who won the game'])(
    'WHEN it is a question of its own (“%s”) THEN it stays one',
    (reply) => expect([joined('who is Jack Ma?', reply), isWhole(reply)]).toEqual([reply, true]),
  );

  it.each([
    ...[
      'lol',
      'ok',
      'thanks',
      "that's wrong",
      'and he is wrong',
      'he is wrong?',
      'Amazon is bad',
      'nice one',
      'no',
      '?',
      '',
    ],
    ...['and', 'what about', 'so true', 'I agree', 'not really'],
  ])('WHEN it asks nothing (“%s”) THEN nothing is made of it', (reply) =>
    expect(joined('who is Jack Ma?', reply)).toBeNull(),
  );

  const WORDS =
    'and what about who when where how many did does is it they that he there one more in of the a Amazon 2016 ? , Ma said'.split(
      ' ',
    );
  const talk = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '));
  it('WHEN both are any words THEN nothing breaks', () => {
    fc.assert(
      fc.property(fc.oneof(talk, fc.string()), fc.oneof(talk, fc.string()), (before, reply) => {
        const whole = joined(before, reply, before);
        expect(whole === null || typeof whole === 'string').toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
