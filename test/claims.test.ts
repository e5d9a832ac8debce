import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../src/claims/compare.js';
import { factsOfClaim } from '../src/claims/facts.js';
import { statementsIn } from '../src/claims/statements.js';
import { readCorpus } from '../src/corpus/read.js';
import { termsOf } from '../src/english/terms.js';
import { createLibrary, type Library } from '../src/library.js';
import { MAX_CLAIM_LENGTH } from '../src/limits.js';
import { READING } from './support/model.js';
import { sentencesOf } from './support/texts.js';

/** How a claim compares with a sentence that stands alone. */
const compared = (claim: string, sentence: string) =>
  compare(factsOfClaim(claim), factsOfClaim(sentence), new Set(termsOf(sentence)));

const differencesOf = (claim: string, sentence: string) =>
  compared(claim, sentence).differences.map((one) => `${one.claim} / ${one.text}`);

describe('a claim and a sentence', () => {
  it.each([
    ['The firm plans 2 million jobs.', 'The firm plans to create 1 million jobs.', '2 million / 1 million'],
    [
      'Amazon has fewer than 100,000 employees.',
      'Amazon has more than 230,000 employees.',
      '100,000 / 230,000',
    ],
    ['The wall is 2 km long.', 'The wall is 900 metres long.', '2 km / 900'],
    ['Sales rose by 5 %.', 'Sales fell by 5 %.', 'rose / fell'],
    ['The museum opened in 1911.', 'The museum opened in 1921.', '1911 / 1921'],
    ['The shop opens at 9 am.', 'The shop opens at 10:30 in the morning.', '9 am / 10:30'],
    ['They met on Monday.', 'The two met on Friday.', 'Monday / Friday'],
    ['The meeting was in Berlin.', 'The meeting was held in Paris.', 'Berlin / Paris'],
    ['Dogs are forbidden.', 'Dogs are allowed on a lead.', 'forbidden / allowed'],
    ['Prices went up after the strike.', 'Prices went up before the strike.', 'after / before'],
    ['Everybody got a ticket.', 'Nobody got a ticket.', 'Everybody / Nobody'],
    ['The fee is 500 dollars.', 'There is a fee of 500 euros.', '500 / 500'],
    ['It takes 60 requests a second.', 'It takes 60 requests per minute.', '60 / 60'],
    [
      'The rent will rise from 1,300 to 1,150 euros.',
      'The rent rises from 1,150 to 1,300 euros.',
      '1,150 / 1,300',
    ],
    ['It was rejected by 9 votes to 15.', 'It was rejected by 15 votes to 9.', '9 / 15'],
    [
      'It took in 58,950 euros and spent 61,300.',
      'It took in 61,300 euros and spent 58,950.',
      '58,950 / 61,300',
    ],
    ['Bergen has 40 boats.', 'Oslo has 40 boats and Bergen has 25 boats.', '40 / 25'],
    ['Lyon lies 9 hours away.', 'The sea is 9 hours from Paris and 6 hours from Lyon.', '9 / 6'],
    ['It takes 9 hours from Lyon.', 'From Paris it takes 9 hours, from Lyon 6 hours.', '9 / 6'],
  ])('%s against %s differ in %s', (claim, sentence, difference) => {
    expect(differencesOf(claim, sentence)).toContain(difference);
  });

  it.each([
    ['Nearly 3,000 people came.', '2,987 people came.'],
    ['Two dozen boats were lost.', 'They lost 24 boats.'],
    ['The wall is 0.9 km long.', 'The wall is 900 metres long.'],
    ['It took 90 minutes.', 'It took one and a half hours.'],
    ['It ends at half past four.', 'It ends at 16:30.'],
    ['Amazon has more than 200,000 employees.', 'Amazon has 230,000 employees.'],
    ['The fee is $0.50.', 'The fee is 50 cents.'],
    ['It burns 5 kg a day.', 'It burns 5,000 g.'],
    ['It takes one request a second.', 'It takes 60 requests per minute.'],
    ['It was rejected by 15 votes to 9.', 'By 15 votes to 9 it was rejected.'],
    ['The wall came down in 1911.', 'In 1911 they tore the wall down.'],
    ['A copy is kept for 30 days.', 'How long a copy is kept is set; the default is 30.'],
    ['A dozen plots are free.', 'There are about 80 plots, of which a dozen are free.'],
    ['Oslo has 40 boats.', 'Oslo has 40 boats and Bergen has 25 boats.'],
    ['It takes 6 hours from Lyon.', 'From Paris it takes 9 hours, from Lyon 6 hours.'],
  ])('%s and %s agree', (claim, sentence) => {
    expect(differencesOf(claim, sentence)).toEqual([]);
    const { signals } = compared(claim, sentence);
    expect(signals.amountsOther + signals.yearsOther + signals.clocksOther).toBe(0);
  });

  it('a title is no name: another person is missing', () => {
    expect(compared('Mrs Berg left.', 'Mr Falk left.').signals.namesMissing).toBe(1);
    expect(compared('Mrs Berg left.', 'Doctor Berg left.').signals.namesMissing).toBe(0);
  });

  it('are turned around where only one has a negation beside what both say', () => {
    const turned = (claim: string, sentence: string) => compared(claim, sentence).signals.negatedOnce;
    expect(turned('The tool does not keep backups.', 'The tool keeps backups.')).toBe(1);
    expect(turned('The tool does not keep backups.', 'The tool never keeps backups.')).toBe(0);
    expect(turned('The tool keeps backups.', 'It fails to keep backups.')).toBe(1);
    expect(
      turned('The tool does not know the model.', 'Do not guess, because the tool knows the model.'),
    ).toBe(1);
    expect(turned('The tool knows the model.', 'Do not guess, because the tool knows the model.')).toBe(0);
  });
});

describe('the statements of a message', () => {
  it('are its sentences without greetings, questions and words that lead in to them', () => {
    const message =
      'Hi all!\nI read that SoftBank promised 50,000 jobs. lol\nDid you know that Jack Ma met Trump? Where was that? - Walmart has 2.3 million staff';
    expect(statementsIn(message)).toEqual({
      claims: ['SoftBank promised 50,000 jobs.', 'Jack Ma met Trump', 'Walmart has 2.3 million staff'],
      others: 3,
    });
  });
});

describe('GIVEN the texts that come along', () => {
  let library: Library;
  beforeAll(async () => {
    library = createLibrary(await readCorpus('corpus'), READING);
  });

  it('every sentence copied from them is supported, also without its typography, and a long part of one', async () => {
    for (const sentence of sentencesOf(library)) {
      const plain = sentence.toUpperCase().replace(/[“”]/g, '"').replace(/’/g, "'");
      for (const claim of [sentence, plain])
        expect([claim, await library.check(claim)]).toMatchObject([
          claim,
          { verdict: 'supported', confidence: 1 },
        ]);
      const part = sentence.split(/\s+/).slice(2).join(' ');
      if (part.split(' ').length >= 8 && !/\b(?:not|no|would|could|may|if)\b/.test(sentence))
        expect([part, await library.check(part)]).toMatchObject([part, { verdict: 'supported' }]);
    }
  });

  const verdictOn = async (claim: string) => {
    const { verdict, sentence, differences } = await library.check(claim);
    const { start = 0, end = 0 } = sentence?.article.sentences[sentence.sentence] ?? {};
    return { verdict, text: sentence?.article.text.slice(start, end) ?? '', differences };
  };

  it.each([
    ['SoftBank is to create 50,000 jobs in the US.', '50,000 US jobs'],
    ['Alibaba sold goods worth more than $170 billion in 2012.', '$170 billion in sales in 2012'],
  ])('%s is supported by its sentence', async (claim, text) => {
    expect(await verdictOn(claim)).toMatchObject({
      verdict: 'supported',
      text: expect.stringContaining(text),
    });
  });

  it.each([
    ['SoftBank promised 90,000 jobs.', '90,000', '50,000'],
    ['Amazon has fewer than 100,000 employees.', '100,000', '230,000'],
  ])('%s: the texts differ, and both numbers are named', async (claim, own, other) => {
    expect(await verdictOn(claim)).toMatchObject({
      verdict: 'differs',
      text: expect.stringContaining(other),
      differences: expect.arrayContaining([{ claim: own, text: other }]),
    });
  });

  it.each([
    'I cooked pasta yesterday evening.',
    'Tesla builds cars in Berlin.',
    'Google has an office in Beijing.',
    'The game tonight starts at eight.',
  ])('%s: nothing', async (claim) => {
    expect(await verdictOn(claim)).toMatchObject({ verdict: 'nothing', text: '' });
  });

  it('what is empty or too long has a reason', async () => {
    expect(await library.check(' ')).toMatchObject({
      verdict: 'nothing',
      sentence: null,
      reason: 'The claim is empty.',
    });
    const long = await library.check('a'.repeat(MAX_CLAIM_LENGTH + 1));
    expect(long.reason).toBe(
      `The claim has ${MAX_CLAIM_LENGTH + 1} characters; at most ${MAX_CLAIM_LENGTH} are looked up.`,
    );
  });
});
