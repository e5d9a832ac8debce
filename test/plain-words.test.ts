import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '#root/src/discord/plain-words.js';

describe('GIVEN what somebody typed in Discord', () => {
  it.each([
    ['a custom emoji', 'where was it held? <:thinking:123456789012345678>', 'where was it held?'],
    ['an animated one', '<a:party_blob:123456789012345678> where?', 'where?'],
    ['mentions', '<@1234567890> and <@!1234567890> in <#12345> for <@&12345>', 'and in for'],
    ['a time', 'by <t:1618953630:R> or <t:1618953630>', 'by or'],
    ['a command', 'use </ask:1234> or </texts unanswered:1234>', 'use or'],
    ['an address', 'is it true https://example.org/a_b?c=d#e', 'is it true'],
    ['a mark after an address', 'is it true, see https://example.org/x?', 'is it true, see ?'],
    ['an address without preview', 'see <https://example.org/ports> now', 'see now'],
    ['a link', 'what does [the report](https://example.org/a_(v2)) say', 'what does the report say'],
    ['bold, italic, strike', '**who** *said* _that_ ~~not~~ __this__ ***so***', 'who said that not this so'],
    ['spoilers and code', '||who|| opened `the museum` ```then```', 'who opened the museum then'],
    ['quotation, heading, item', '> # who\n- said\n-# so', 'who\nsaid\nso'],
  ])('THEN %s is no word', (_, content, words) => {
    expect(withoutMarkup(content).trim()).toBe(words);
  });

  it.each([
    'what is <details> for?',
    'how fast is std::map?',
    'what does MAX_RETRIES do',
    'what does a || b mean',
    'is 2 * 3 more than 5',
    'about ~5 % of it',
    'what does :tada: mean',
    'a < b and b > c',
    'who said hi to whom?',
    'jobs - how many?',
    'is [this] a note (or not)?',
  ])('THEN “%s” stays as it is', (content) => expect(withoutMarkup(content)).toBe(content));

  const PIECES = [
    ...[
      '**',
      '*',
      '_',
      '~~',
      '~',
      '||',
      '|',
      '`',
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '# ',
      '-# ',
      '- ',
      '\n',
      ' ',
    ],
    ...[
      'https://',
      'www.',
      '<@1>',
      '<@',
      '1>',
      '<:a:1>',
      '<t:1>',
      'a',
      'B',
      '5',
      '?',
      '.',
      '\\',
      '@',
      ':',
      'é',
      '😀',
    ],
  ];
  const message = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('THEN what has been stripped has nothing left to strip', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ unit: 'binary' })), (content) => {
        const words = withoutMarkup(content);
        expect(withoutMarkup(words)).toBe(words);
      }),
      { numRuns: 5000 },
    );
  });
});
