import { describe, expect, it } from 'vitest';
import { commandNamed } from '../commands/index.js';
import { messageOf } from '../src/discord/message.js';
import { layOut } from '../src/discord/pages.js';
import { createLibrary } from '../src/library.js';
import { lateNote, type Reply, say } from '../src/reply.js';
import { articleOf } from './support/articles.js';

const ASKED = { stamp: 'AAAAAA', asker: '18446744073709551615', command: 'quote' };

const run = async (name: string, library: ReturnType<typeof createLibrary>, options = {}): Promise<Reply> => {
  const reply = await commandNamed(name)?.run(library, options);
  if (!reply) throw new Error(`no command ${name}`);
  return reply;
};

const markupOf = (reply: Reply): string[] => layOut(reply, '').map(({ markup }) => markup);

describe('a list of a thousand', () => {
  it('makes the lines of the page that is shown, and no others', () => {
    const made: number[] = [];
    const cards = Array.from({ length: 1000 }, (_, number) => ({
      items: [
        lateNote('x'.repeat(100), () => {
          made.push(number);
          return `line ${number}`;
        }),
      ],
    }));
    const reply: Reply = { ...say(), cards, memory: '' };
    expect(messageOf(reply, '', ASKED, 10)).not.toBeNull();
    expect(made.length).toBeGreaterThan(10);
    expect(made.length).toBeLessThan(50);
    const pages = markupOf(reply).join('\n').split('\n');
    expect(pages).toEqual(Array.from({ length: 1000 }, (_, number) => `line ${number}`));
  });
});

describe('what a list leaves out', () => {
  const sentences = Array.from({ length: 1200 }, (_, i) => `“Crane ${i} costs far too much,” said Ada Long.`);
  const library = createLibrary({ articles: [articleOf(sentences.join('\n\n'))], stamp: 'abcdef' });

  it('is counted on the last page, also when that is turned to', async () => {
    const reply = await run('quote', library);
    const again = await commandNamed('quote')?.reopen?.(library, reply.memory ?? '');
    if (!again) throw new Error('not opened again');
    const pages = markupOf(reply);
    expect(pages.at(-1)).toContain('200 more; name a speaker');
    expect(markupOf(again)).toEqual(pages);
  });

  it('is remembered beside numbers that do not follow one another', async () => {
    const reply = await run('quote', library, {
      about: 'crane 7 17 27 37 47 57 67 77 87 97 107 117 127 137',
    });
    const again = await commandNamed('quote')?.reopen?.(library, reply.memory ?? '');
    expect(again && markupOf(again)).toEqual(markupOf(reply));
  });
});

describe('the other reports of a quotation', () => {
  const reportsOf = (words: (i: number) => string, count: number) =>
    Array.from({ length: count }, (_, i) => articleOf(`“${words(i)}” said Ada Long.`, `${i}.txt`));

  it('stand on pages that hold them, whatever they have otherwise', async () => {
    const tails = ['in May', '*'.repeat(50), '雨'.repeat(50), '_a_ '.repeat(20), 'x'.repeat(300)];
    const articles = reportsOf((i) => `We will move the old crane to the new quay ${tails[i % 5]} ${i},`, 60);
    const reply = await run('quote', createLibrary({ articles, stamp: 'abcdef' }));
    for (const markup of markupOf(reply)) {
      expect(markup.length).toBeLessThan(4000);
      expect(Buffer.byteLength(markup)).toBeLessThan(10_000);
    }
  });

  it('count among the thousand that are listed', async () => {
    const articles = reportsOf((i) => `We will move the old crane to quay number ${i >> 1} by rail,`, 90);
    const reply = await run('quote', createLibrary({ articles, stamp: 'abcdef' }));
    const quotations = reply.cards.flatMap(({ items }) => items.filter(({ kind }) => kind === 'quotation'));
    expect(quotations).toHaveLength(90);
  });
});

describe('a person under many roles', () => {
  it('is found by each of them', async () => {
    const articles = Array.from({ length: 1500 }, (_, i) =>
      articleOf(`“We will go on with plan ${i},” said Anna Berg, the chief of section x${i}.`, `${i}.txt`),
    );
    const quotes = await createLibrary({ articles, stamp: 'abcdef' }).quotes();
    expect(quotes.speakers()).toEqual([{ name: 'Anna Berg', count: 1500 }]);
    expect(quotes.find({ speaker: 'chief of section x7' })).toHaveLength(1500);
  });
});

describe('suggestions', () => {
  const articles = Array.from({ length: 300 }, (_, i) =>
    articleOf(`“The bridge has ${i + 2} arches,” said Ada Long${'abcdefghij'[i % 10]}son.`, `note-${i}.txt`),
  );
  const library = createLibrary({ articles, stamp: 'abcdef' });

  it.each([
    ['quote', 'source', 'note'],
    ['quote', 'source', ''],
    ['quote', 'speaker', 'a'],
    ['quote', 'about', ''],
    ['figure', 'about', ''],
  ])('of /%s for %s “%s” are no more than are asked for', async (name, option, typed) => {
    const suggest = async (most: number) =>
      commandNamed(name)?.suggest?.(library, option, { [option]: typed }, most);
    const all = await suggest(1000);
    expect(await suggest(2)).toEqual(all?.slice(0, 2));
    expect(all?.length).toBeGreaterThan(0);
  });
});

it('a button of /ask with more places than the bot writes is none', async () => {
  const library = createLibrary({
    articles: [articleOf('It rained. '.repeat(40))],
    stamp: 'abcdef',
  });
  const reopen = async (memory: string) => commandNamed('ask')?.reopen?.(library, memory);
  expect(await reopen('s0-rr')).toBeNull();
  expect(await reopen('s0-5')).toBeNull();
  expect(await reopen('s0-4')).not.toBeNull();
});
