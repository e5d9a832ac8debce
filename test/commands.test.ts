import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Options } from '../commands/command.js';
import { commandNamed, commands } from '../commands/index.js';
import { packNumbers, unpackNumbers } from '../commands/memory.js';
import { parseLine } from '../src/console/command-line.js';
import { readCorpus } from '../src/corpus/read.js';
import { UserError } from '../src/errors.js';
import { createLibrary, type Library } from '../src/library.js';
import { MAX_MEMORY_LENGTH, type Reply } from '../src/reply.js';
import { articleOf } from './support/articles.js';
import { READING } from './support/model.js';

let library: Library;
beforeAll(async () => {
  library = createLibrary(await readCorpus('corpus'), READING);
});

async function run(name: string, options: Options): Promise<Reply> {
  const command = commandNamed(name);
  if (!command) throw new Error(`no command ${name}`);
  return command.run(library, options);
}

/** A reply's first card as lines: the bot's words as they are, quotations as the words in bold, else as all their words. */
function linesOf(reply: Reply): string[] {
  const cards = reply.layout === 'flow' ? reply.cards : reply.cards.slice(0, 1);
  return cards.flatMap(({ lead, items }) => [
    ...(lead === undefined ? [] : [lead]),
    ...items.map((item) => {
      if (item.kind === 'note') return [item.strong, item.text].filter(Boolean).join(' ');
      const { start, end } = (item.kind === 'quotation' && item.emphasis) || item;
      return (item.kind === 'aside' ? `${item.lead} ` : '') + item.article.text.slice(start, end);
    }),
  ]);
}

describe('/ask', () => {
  it('answers a question for somebody’s words with them', async () => {
    expect(linesOf(await run('ask', { question: 'what did Ma say about Trump' }))[1]).toContain(
      '“smart and open-minded”',
    );
    expect(linesOf(await run('ask', { question: 'what did Trump say about Ma' }))[1]).toMatch(
      /a great entrepreneur|He loves this country/,
    );
  });

  it('says the figure that was asked for before the passage', async () => {
    expect(linesOf(await run('ask', { question: 'how many jobs did SoftBank promise' })).slice(0, 3)).toEqual(
      [
        'The texts say:',
        expect.stringMatching(/^50,000 US jobs · SoftBank/),
        'SoftBank of Japan has already committed to creating 50,000 US jobs.',
      ],
    );
    expect(linesOf(await run('ask', { question: 'who is the head of SoftBank' }))[1]).toContain(
      'Masayoshi Son',
    );
  });

  it('cites the other article where it gives the same figure', async () => {
    const lines = linesOf(await run('ask', { question: 'how many jobs does Ma plan to create in the US' }));
    const also = lines.findIndex((line) => /^Also(?: \(1 of \d\))?: /.test(line));
    expect(lines.slice(0, also).join()).toMatch(/1 million new US jobs|roughly one million jobs/);
    expect(lines[also]).toMatch(/1 million new US jobs|roughly one million jobs/);
  });

  it.each([
    'how many jobs does Ma plan to create in the US',
    'what did Trump say about Ma',
    'when was Jack Ma born',
  ])('shows the same cards again from what it remembers of “%s”', async (question) => {
    const reply = await run('ask', { question });
    const again = await commandNamed('ask')?.reopen?.(library, reply.memory ?? '');
    expect(again).toEqual({ ...reply, question: null });
  });

  it('shows a miss to the asker alone, the nearest passages behind it', async () => {
    const reply = await run('ask', { question: '“great entrepreneurs of Mars”' });
    expect(reply).toMatchObject({ kind: 'miss', private: true });
    expect(linesOf(reply)).toEqual([expect.stringContaining('no passage has the quoted phrase')]);
  });

  it('lists no further passage that shares no word with the question, and keeps them in reach where one reads on', async () => {
    const question = 'how many jobs did SoftBank promise';
    const [answer, around, further] = (await run('ask', { question })).cards;
    const words = (further?.items ?? []).flatMap((item) => {
      if (item.kind !== 'quotation') return [];
      const { text, paragraphs } = item.article;
      const block = paragraphs.find(({ end }) => end > item.start);
      return text.slice(block?.start, block?.end);
    });
    expect(words.length).toBeGreaterThan(0);
    for (const passage of words) expect(passage).toMatch(/job|SoftBank|promis/i);
    const labels = [answer, around].map((card) => card?.turns?.map(({ label }) => label));
    expect(labels[0]).toEqual(['Read on', expect.stringMatching(/further/)]);
    expect(labels[1]).toEqual(['Back', labels[0]?.[1]]);
  });

  it.each(['', '  ', 'x'.repeat(301)])('tells why it looked nothing up for “%s”', async (question) => {
    expect(await run('ask', { question })).toMatchObject({ kind: 'notice', private: true });
  });
});

describe('/quote', () => {
  it.each([
    ['Trump', 4],
    ['donald trump', 4],
    ['the president-elect', 4],
    ['Jack Ma (5 quotations)', 5],
  ])('finds what %s said', async (speaker, count) => {
    const bold = (await run('quote', { speaker })).cards.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'quotation' ? [item.emphasis, ...(item.alsoBold ?? [])] : [])),
    );
    expect(bold).toHaveLength(count);
  });

  it.each([
    ['Jackk Ma', 'Jack Ma'],
    ['Trumpp', 'Donald Trump'],
  ])('takes %s for a slip of %s', async (speaker, name) => {
    expect(linesOf(await run('quote', { speaker })).join(' ')).toContain(`Did you mean ${name}?`);
  });

  it('tells who is quoted where nobody is spelt alike', async () => {
    expect(linesOf(await run('quote', { speaker: 'Ada Lovelace' })).join(' ')).toContain(
      'They quote Jack Ma',
    );
  });

  it('shows the two reports of the same words together, and what only one has', async () => {
    const lines = linesOf(await run('quote', { speaker: 'Trump', about: 'country' }));
    expect(lines).toContain('Also reported, only here: “also”:');
  });

  it('tells of another report in one line of a phone, in the texts’ words or none', async () => {
    const texts = library.articles.map(({ text }) => text).join('\n');
    const notes = linesOf(await run('quote', {})).filter((line) => line.startsWith('Also reported'));
    expect(notes.length).toBeGreaterThan(2);
    for (const line of notes) {
      expect(line.length).toBeLessThanOrEqual(40);
      for (const [, words = '-'] of line.matchAll(/“([^”]*)”/g)) expect(texts).toContain(words);
    }
  });

  it('shows no sentence twice for one speaker', async () => {
    const shown = (await run('quote', { speaker: 'Trump' })).cards.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'quotation' ? `${item.article.id} ${item.start}` : [])),
    );
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(2);
  });

  it('says whom the texts quote when they do not quote somebody', async () => {
    expect(linesOf(await run('quote', { speaker: 'Nobody' })).join()).toMatch(
      /no “Nobody”.*Jack Ma, Donald Trump/,
    );
  });
});

describe('/figure', () => {
  it.each([
    ['employees', ['36,446', '230,000', '2.3 million', '1.5 million']],
    ['alibaba staff', ['36,446']],
    ['workforce of Amazon', ['230,000']],
    ['how many people does walmart employ', ['2.3 million', '1.5 million']],
    ['share price', []],
  ])('finds %s', async (about, written) => {
    const notes = (await run('figure', { about })).cards.flatMap(({ items }) => items);
    expect(notes.flatMap((item) => (item.kind === 'note' ? (item.strong ?? []) : []))).toEqual(written);
  });

  it('says the number with its bound and what it counts first', async () => {
    const [item] = (await run('figure', { about: 'workforce of Amazon' })).cards[0]?.items ?? [];
    expect(item).toMatchObject({ before: 'more than', strong: '230,000', text: 'employees · Amazon' });
  });

  it('does not say whose it is in a bare noun', async () => {
    const articles = [articleOf('The town opened a kiln on Friday. It cost 240,000 euros.')];
    const reply = await commandNamed('figure')?.run(createLibrary({ articles, stamp: 'abcdef' }), {
      about: 'euros',
    });
    expect(reply?.cards[0]?.items[0]).toMatchObject({ strong: '240,000', text: 'euros' });
  });
});

describe('a single quotation', () => {
  it.each<[string, Options]>([
    ['quote', { speaker: 'Ma', about: 'Midwest' }],
    ['figure', { about: 'workforce of Amazon' }],
  ])('of /%s can be opened in its text', async (name, options) => {
    const { cards } = await run(name, options);
    const [way] = cards[0]?.ways ?? [];
    const item = cards[0]?.items.find(({ kind }) => kind === 'quotation');
    if (item?.kind !== 'quotation') throw new Error('no quotation');
    expect(way?.label).toBe('Open in the text');
    const opened = await commandNamed('sources')?.reopen?.(library, way?.memory ?? '');
    const whole = opened?.cards[0]?.items[1];
    if (whole?.kind !== 'quotation') throw new Error('no text');
    expect(whole.article).toBe(item.article);
    expect(whole.emphasis?.start).toBeLessThanOrEqual(item.emphasis?.start ?? -1);
    expect(whole.emphasis?.end).toBeGreaterThan(item.emphasis?.start ?? 1e9);
  });
});

describe('in the terminal', () => {
  it.each(['/ask question: who is Ma for: bob', '/ask who is Ma source: one-million-jobs for: @bob'])(
    '“%s” is told to leave the person out',
    (line) => expect(() => parseLine(line)).toThrow(/“for:” names somebody on Discord.*Leave it out/),
  );
});

describe('/figure without anything to look for', () => {
  it('lists what there are numbers about, each of which opens as many as it says', async () => {
    const list = await run('figure', {});
    const ways = list.cards.flatMap(({ choices }) => choices?.ways ?? []);
    expect(linesOf(list)).toContain('employees · 4 figures');
    expect(ways.length).toBeGreaterThan(5);
    for (const { label, command, memory } of ways) {
      const opened = await commandNamed(command)?.reopen?.(library, memory);
      const figures = opened?.cards.flatMap(({ items }) => items.filter(({ kind }) => kind === 'quotation'));
      expect(label).toMatch(new RegExp(` \\(${figures?.length} figures?\\)$`));
    }
  });
});

describe('what a text or folder is called', () => {
  const texts = createLibrary(
    {
      articles: [
        articleOf(
          '---\ntitle: Asked often\n---\nThe fair opens at noon. Pots are sold there.',
          'faq/asked.md',
        ),
        articleOf('# Server rules\n\nBe kind to one another. Nobody may shout.', 'rules.md'),
      ],
      stamp: 'abcdef',
    },
    READING,
  );

  it.each([
    ['rules', 'Open Server rules', 'Be kind'],
    ['Server rules?', 'Open Server rules', 'Be kind'],
    ['faq', 'Open faq/', 'One text in faq/:'],
    ['asked often', 'Open Asked often', 'The fair opens'],
  ])('%s: opens it from the answer or the miss', async (question, label, words) => {
    const reply = await commandNamed('ask')?.run(texts, { question });
    const again = await commandNamed('ask')?.reopen?.(texts, reply?.memory ?? '');
    for (const { cards } of [reply, again] as Reply[]) {
      const way = cards[0]?.ways?.find((one) => one.label === label);
      const opened = await commandNamed('sources')?.reopen?.(texts, way?.memory ?? '-');
      expect(linesOf(opened as Reply).join('\n')).toContain(words);
    }
  });

  it('says so where the texts do not answer', async () => {
    const reply = (await commandNamed('ask')?.run(texts, { question: 'faq' })) as Reply;
    expect(reply.kind).toBe('miss');
    expect(linesOf(reply)).toContain('has a folder of that name.');
  });

  it('is nothing to point to in a longer question', async () => {
    const reply = (await commandNamed('ask')?.run(texts, { question: 'what do the rules cost' })) as Reply;
    expect(reply.cards[0]?.ways?.map(({ label }) => label) ?? []).not.toContain('Open Server rules');
  });
});

describe('every command', () => {
  const cases: [string, Options][] = [
    ['ask', { question: 'how many jobs did SoftBank promise' }],
    ['ask', { question: 'what is the weather in Paris' }],
    ['quote', {}],
    ['quote', { speaker: 'Ma', about: 'China' }],
    ['figure', {}],
    ['figure', { about: 'jobs' }],
    ['sources', {}],
    ['sources', { source: 'us-jobs-program' }],
  ];
  it.each(cases)('/%s %j is rebuilt from its memory alone', async (name, options) => {
    const reply = await run(name, options);
    expect(reply.memory).toMatch(new RegExp(`^[0-9a-z.~-]{0,${MAX_MEMORY_LENGTH}}$`));
    const again = await commandNamed(name)?.reopen?.(library, reply.memory ?? '');
    expect(again?.cards).toEqual(reply.cards);
  });

  it('takes any memory without harm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9a-z.~-]{0,56}$/), async (memory) => {
        for (const { reopen } of commands)
          expect((await reopen?.(library, memory))?.cards ?? []).toBeInstanceOf(Array);
      }),
    );
  });

  it.each(['ask', 'quote', 'figure', 'sources'])(
    '/%s names the sources there are when one is unknown',
    async (name) => {
      const failed = run(name, { question: 'jobs', source: 'nope' });
      await expect(failed).rejects.toThrow(UserError);
      await expect(failed).rejects.toThrow(/one-million-jobs, us-jobs-program/);
    },
  );
});

describe('a memory', () => {
  it('gives back the numbers, as far as they fit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2000), { maxLength: 60 }), (numbers) => {
        const packed = packNumbers(numbers);
        const unpacked = unpackNumbers(packed, 60) ?? [];
        expect(packed.length).toBeLessThanOrEqual(MAX_MEMORY_LENGTH);
        expect(numbers.slice(0, unpacked.length)).toEqual(unpacked);
      }),
    );
    expect(unpackNumbers(packNumbers([3, 4, 5, 9]), 4)).toEqual([3, 4, 5, 9]);
  });

  it.each(['-', '1-', 'z-1', '0-zzzzzzz', '1..2', 'é'])('“%s” is none', (memory) => {
    expect(unpackNumbers(memory, 1000)).toBeNull();
  });
});
