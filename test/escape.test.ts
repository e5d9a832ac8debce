import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../src/discord/escape.js';
import { liveTokens, unescaped } from './support/discord.js';
import { anyText, HOSTILE } from './support/texts.js';

describe('escaped text', () => {
  it('is shown as it was printed, and nothing in it is live', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const escaped = escapeMarkdown(text);
        expect(unescaped(escaped)).toBe(text);
        expect(liveTokens(escaped)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '**bold** _so_ __under__ ~~gone~~ ||hidden|| `code`',
    '```js\ncode\n```',
    '# Title\n## Sub\n### Subsub\n-# small',
    '  - one\n* two\n+ three\n12. four\n3) five',
    '> quoted\n>>> all quoted',
    '[click](https://example.org) and [click](<https://example.org>)',
    '<@1234> <@!1234> <@&1234> <#1234> @everyone @here',
    '<t:1700000000:R> <:wave:1234> <a:wave:1234> </ask:1234> <id:home>',
    '¯\\_(ツ)_/¯',
    'a\\*b* \\\\ c\\',
    ':tada: and :+1::skin-tone-2:',
    'std::map::iterator',
    'see <https://example.org/ports>',
    'see <https://example.org/ports>. Or https://example.org/a>b',
  ])('%j', (text) => {
    const escaped = escapeMarkdown(text);
    expect(unescaped(escaped)).toBe(text);
    expect(liveTokens(escaped)).toEqual([]);
    expect(liveTokens(text).length).toBeGreaterThan(0);
  });

  it.each([
    'The 3 ships, and no more (so far) — “that’s it”; a.b@example.org costs $5 & 10%: a/b = c!',
    'See https://example.org/wiki/Bridge_(old_one)#history_2?x=*.',
    'The list at https://example.org/a_b], https://example.org/c_d”; and more',
    '他说https://example.org/a_b',
    '2016 was dry',
    '#harbour',
    'at 10:30, on std::cout so :) it was',
    'https://example.org:8080/a:b:c',
  ])('leaves alone what means nothing, and bare addresses: %s', (text) => {
    expect(escapeMarkdown(text).replace('\\#', '#')).toBe(text);
  });

  it.each([
    ['two asterisks, which would close the bold around it', 'https://example.org/**x**'],
    ['a backslash, which would keep that bold open', 'https://example.org/a_b\\'],
    ['a mention right after it', 'https://example.org/a<@1234>'],
    ['too little to be one', 'https://_ and _'],
    ['brackets around it', '[https://example.org/a_b]'],
  ])('an address with %s', (_, text) => {
    const escaped = escapeMarkdown(text);
    expect(unescaped(escaped)).toBe(text);
    expect(liveTokens(escaped)).toEqual([]);
    expect(escaped).not.toMatch(/(?<!\\)\*\*/);
  });

  it.each(HOSTILE)('much of %s', (_, text) => {
    expect(unescaped(escapeMarkdown(text)).length).toBe(text.length);
  });
});
