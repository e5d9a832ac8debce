import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportAddress } from '../src/report-address.js';

const TEMPLATE = 'https://example.org/report?q={question}&s={sentence}';

/** What arrives at that address. */
const received = (address: string | null) => Object.fromEntries(new URL(address ?? '').searchParams);

describe('the address where an answer is reported', () => {
  it('has question and sentence where it has places for them', () => {
    const reported = { question: 'who’s there? & why', sentence: 'It’s “A=B”, 100 %\nof it.' };
    expect(received(reportAddress(TEMPLATE, reported))).toEqual({
      q: 'who’s there? & why',
      s: 'It’s “A=B”, 100 % of it.',
    });
    expect(reportAddress('https://example.org/report', reported)).toBe('https://example.org/report');
  });

  it('has as much of both as an address may be long, the sentence cut first', () => {
    const question = 'who is there? '.repeat(8).trim();
    const { q, s } = received(reportAddress(TEMPLATE, { question, sentence: 'It rained. '.repeat(100) }));
    expect(q).toBe(question);
    expect(s).toMatch(/^It rained\. It rained.*…$/);
    const long = received(reportAddress(TEMPLATE, { question: '雨'.repeat(300), sentence: 'It rained.' }));
    expect(long.q).toMatch(/^雨+…$/);
  });

  it('has room for a long sentence also where the address itself is encoded', () => {
    const reported = { question: '', sentence: 'It rained. '.repeat(100) };
    const address = reportAddress('https://example.org/wrong answer/ответ?s={sentence}', reported);
    expect(received(address).s).toMatch(/^It rained.*…$/);
  });

  it('is an address of at most 512 characters, or none, whatever is filled in', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 700 }),
      fc.constantFrom("'".repeat(600), '\ud800'),
    );
    const templates = [
      TEMPLATE,
      'https://example.org/{sentence}/{question}#{question}',
      `https://x.org/${'a'.repeat(490)}{sentence}`,
      'https://example.org/wrong answer/ответ?s={sentence}',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...templates), text, text, (template, question, sentence) => {
        const address = reportAddress(template, { question, sentence });
        if (!address) expect.fail('no address');
        expect(address.length).toBeLessThanOrEqual(512);
        expect(new URL(address).href).toBe(address);
        expect(() => decodeURIComponent(address)).not.toThrow();
      }),
    );
  });
});
