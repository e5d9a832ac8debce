import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { packNumbers, unpackNumbers } from '../commands/memory.js';
import { packButton, unpackButton } from '../src/discord/custom-id.js';
import { MAX_MEMORY_LENGTH } from '../src/reply.js';

const from = (characters: string) => fc.constantFrom(...characters);

const state = fc.record({
  action: fc.constantFrom('page' as const, 'open' as const, 'share' as const, 'delete' as const),
  stamp: fc.string({
    unit: from('ABCXYZabcxyz0189-_'),
    minLength: 6,
    maxLength: 6,
  }),
  asker: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String),
  command: fc.constantFrom(
    ...commands.filter(({ reopen }) => reopen).map(({ definition }) => definition.name),
  ),
  page: fc.option(fc.nat({ max: 100_000 })),
  memory: fc.string({ unit: from('0123456789abcxyz.~-'), maxLength: MAX_MEMORY_LENGTH }),
});

describe('a button’s id', () => {
  it('remembers what it was made of, in at most 100 characters', () => {
    fc.assert(
      fc.property(state, (button) => {
        const id = packButton(button);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(unpackButton(id)).toEqual(button);
      }),
    );
  });

  it.each([
    '',
    'page',
    'page:AAAAAA:1:ask:0',
    'turn:AAAAAA:1:ask:0:s1',
    'page:AAAAAA:1:ask:0:s1:2',
    'page:AAAAAA:1:ask:-1:s1',
    'page:AAAAAA:1:ask:0:S1',
    'page:AAAAAA:1:ask:0:s1\n',
    'page:AAA AAA:1:ask:0:s1',
    'page::1:ask:0:s1',
    ' page:AAAAAA:1:ask:0:s1',
  ])('%j is none', (id) => {
    expect(unpackButton(id)).toBeNull();
  });

  it('any other text is none, or packs to itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: from('page:01az-.~A') })), (id) => {
        const button = unpackButton(id);
        if (button) expect(unpackButton(packButton(button))).toEqual(button);
      }),
    );
  });

  it('refuses to be longer than Discord takes', () => {
    const button = { action: 'page', stamp: 'AAAAAA', asker: '1', command: 'ask', page: 0 } as const;
    expect(() => packButton({ ...button, memory: 'x'.repeat(100) })).toThrow(RangeError);
  });
});

describe('the numbers of a memory', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

  it('come back as they were, as far as they fit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100_000 })), (numbers) => {
        const unpacked = unpackNumbers(packNumbers(numbers), numbers.length);
        expect(unpacked).toEqual(numbers.slice(0, unpacked?.length));
      }),
    );
  });

  it('are none where there are more than can have been packed', () => {
    expect(unpackNumbers(packNumbers(upTo(1000)), 1000)).toEqual(upTo(1000));
    expect(unpackNumbers(packNumbers(upTo(1001)), 1000)).toBeNull();
    expect(unpackNumbers(packNumbers(upTo(6)), 5)).toBeNull();
  });

  it.each(['0-zzzzzzz', '0-rs', '0-rr.5', '5-4', '-', '.', '0.', '0-1-2', 'zzzzzzzzz'])(
    '%j holds none',
    (memory) => {
      expect(unpackNumbers(memory, 1000)).toBeNull();
    },
  );
});
