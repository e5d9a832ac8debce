import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../src/claims/compare.js';
import { factsOfClaim } from '../src/claims/facts.js';
import { statementsIn } from '../src/claims/statements.js';
import { readCorpus } from '../src/corpus/read.js';
import { createLibrary, type Library } from '../src/library.js';
import { READING } from './support/model.js';
import { anyText, sentencesOf } from './support/texts.js';

describe('the statements of any message', () => {
  it('are spans of it, in order', () => {
    fc.assert(
      fc.property(anyText(), (message) => {
        let from = 0;
        for (const claim of statementsIn(message).claims) {
          const at = message.indexOf(claim, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + claim.length;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a claim and a sentence, whatever they are', () => {
  it('are compared by finite numbers, and what differs is in the words of both', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (claim, sentence) => {
        const { signals, differences } = compare(factsOfClaim(claim), factsOfClaim(sentence), new Set());
        expect(Object.values(signals).every(Number.isFinite)).toBe(true);
        for (const one of differences) {
          expect(claim).toContain(one.claim);
          expect(sentence).toContain(one.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('differ in nothing where they are the same', () => {
    fc.assert(
      fc.property(anyText(), (claim) => {
        const facts = factsOfClaim(claim);
        expect(compare(facts, facts, new Set()).differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('GIVEN the texts that come along', () => {
  let library: Library;
  beforeAll(async () => {
    library = createLibrary(await readCorpus('corpus'), READING);
  });

  it('whatever is claimed, a verdict has a sentence of them, and what differs is in its words', async () => {
    const words = sentencesOf(library).flatMap((sentence) => sentence.split(' '));
    const claims = fc.oneof(
      anyText(),
      fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 12 }).map((some) => some.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(claims, async (claim) => {
        const { verdict, confidence, sentence, differences } = await library.check(claim);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        const { start = 0, end = 0 } = sentence?.article.sentences[sentence.sentence] ?? {};
        const text = sentence?.article.text.slice(start, end) ?? '';
        if (verdict !== 'nothing') expect(text).not.toBe('');
        for (const one of differences) expect(text).toContain(one.text);
      }),
      { numRuns: 25 },
    );
  });

  it('a sentence with another number in it is never supported', async () => {
    for (const sentence of sentencesOf(library))
      for (const { 0: number, index } of sentence.matchAll(/(?<![\w,.])\d[\d,.]*\d|(?<!\w)\d(?!\w)/g)) {
        const other = number.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
        const claim = sentence.slice(0, index) + other + sentence.slice(index + number.length);
        expect([claim, (await library.check(claim)).verdict]).not.toEqual([claim, 'supported']);
      }
  });
});
