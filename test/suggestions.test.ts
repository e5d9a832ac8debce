import { beforeAll, describe, expect, it } from 'vitest';
import type { Options } from '../commands/command.js';
import { commandNamed } from '../commands/index.js';
import { CacheFolder } from '../src/cache.js';
import { tellApart } from '../src/corpus/namesakes.js';
import { createLibrary, type Library } from '../src/library.js';
import { candidatesIn } from '../src/questions/candidates.js';
import type { Reply } from '../src/reply.js';
import { UNCACHED } from '../src/search/vectors.js';
import { articleOf } from './support/articles.js';
import { folderWith } from './support/folder.js';
import { READING } from './support/model.js';

const suggest = async (library: Library, name: string, option: string, given: Options) =>
  (await commandNamed(name)?.suggest?.(library, option, given, 25)) ?? [];

async function run(library: Library, name: string, options: Options): Promise<Reply> {
  const reply = await commandNamed(name)?.run(library, options);
  if (!reply) throw new Error(`no command ${name}`);
  return reply;
}

const quotationsIn = ({ cards }: Reply) =>
  cards.flatMap(({ items }) => items.filter(({ kind }) => kind === 'quotation'));

const HARBOUR = `“The harbour needs new cranes,” said Ada Long. “We shall pay for the cranes,” said Owen Hale.

The port employs 4,200 dockers and handles 310 ships a year. In 1990 the population was 3,000 people.`;
const GAZETTE = `“The BBC has asked about the cranes,” the BBC said. “Nobody asked about the quay,” said BBC reporter Lena Voss.

The town has 12 schools with 900 pupils.`;
const SILENT = 'Nothing is counted or said here.';

describe('suggestions of lists', () => {
  const library = createLibrary({
    articles: [
      articleOf(HARBOUR, 'harbour.txt'),
      articleOf(GAZETTE, 'gazette.txt'),
      articleOf(SILENT, 'silent.txt'),
    ],
    stamp: 'abcdef',
  });

  it.each([
    ['quote', ['speaker', 'about', 'source']],
    ['figure', ['about', 'source']],
  ])('of /%s open as much as they say, alone and with every other option filled', async (name, options) => {
    for (const other of options) {
      for (const first of [
        {},
        ...(await suggest(library, name, other, {})).map(({ value }) => ({ [other]: value })),
      ]) {
        for (const option of options.filter((one) => !(one in first))) {
          for (const choice of await suggest(library, name, option, first)) {
            for (const chosen of [choice.name, choice.value]) {
              const shown = quotationsIn(await run(library, name, { ...first, [option]: chosen }));
              const said = /\((\d+) (?:figure|quotation)s?\)$/.exec(choice.name)?.[1];
              expect([choice.name, shown.length]).toEqual([choice.name, said ? Number(said) : shown.length]);
              expect(shown.length).toBeGreaterThan(0);
            }
          }
        }
      }
    }
  });

  it('leave out what has nothing', async () => {
    const sources = await suggest(library, 'quote', 'source', {});
    expect(sources.map(({ value }) => value)).not.toContain('silent');
    const owen = await suggest(library, 'quote', 'source', { speaker: 'Owen Hale' });
    expect(owen.map(({ value }) => value)).toEqual(['harbour']);
    const topics = await suggest(library, 'figure', 'about', { source: 'gazette' });
    expect(topics.map(({ value }) => value)).not.toContain('dockers');
    expect(await suggest(library, 'figure', 'about', { source: 'nowhere' })).toEqual([]);
  });

  it('take a whole name for its bearer alone', async () => {
    expect(quotationsIn(await run(library, 'quote', { speaker: 'BBC' }))).toHaveLength(1);
    expect(quotationsIn(await run(library, 'quote', { speaker: 'Voss' }))).toHaveLength(1);
  });
});

it('all figures of a topic are reached by paging, wherever they stand', async () => {
  const lines = Array.from({ length: 90 }, (_, i) =>
    i % 2 ? `School ${i} lies in a valley.` : `The school in valley ${i} has ${i + 20} students.`,
  );
  const articles = [articleOf(lines.map((line) => `${line}\n\nIt employs 7 cooks.`).join('\n\n'))];
  const library = createLibrary({ articles, stamp: 'abcdef' });
  const reply = await run(library, 'figure', { about: 'students' });
  expect(quotationsIn(reply).length).toBeGreaterThanOrEqual(45);
  const again = await commandNamed('figure')?.reopen?.(library, reply.memory ?? '');
  expect(again?.cards).toEqual(reply.cards);
});

it('two texts of one long title are told apart, and found by what is shown', async () => {
  const title =
    'The minutes of the meeting of the council on the matter of the harbour and of the cranes and of the new quay';
  const articles = tellApart(
    ['2021-03-01', '2022-03-01'].map((date) =>
      articleOf(`---\ntitle: ${title}\ndate: ${date}\n---\nThe port employs 12 dockers.`, `${date}.md`),
    ),
  );
  const library = createLibrary({ articles, stamp: 'abcdef' });
  const choices = await suggest(library, 'figure', 'source', {});
  expect(choices.map(({ name }) => /20\d\d/.exec(name)?.[0])).toEqual(['2021', '2022']);
  for (const { name } of choices) {
    expect(name.length).toBeLessThanOrEqual(100);
    expect(quotationsIn(await run(library, 'figure', { source: name }))).toHaveLength(1);
  }
});

describe('questions made of sentences', () => {
  const made = (text: string) => candidatesIn(articleOf(text, 'guide.md')).map((candidate) => candidate.text);

  it.each([
    ['The port employs 4,200 dockers.', 'How many dockers does the port employ?'],
    [
      'Acme has already committed to creating 50,000 new jobs.',
      'How many new jobs has Acme committed to creating?',
    ],
    ['The museum was opened by Ada Long in May 1911.', 'When was the museum opened by Ada Long?'],
    ['Ada Long was born in Oslo.', 'Where was Ada Long born?'],
    ['The bridge was designed by Ada Long.', 'Who designed the bridge?'],
    ['Ada Long, the mayor of Salem, opened the bridge.', 'Who is Ada Long?'],
    ['A quay is a wall beside which ships lie.', 'What is a quay?'],
    ['The tower is 324 metres tall.', 'How tall is the tower?'],
    ['The journey took 3 hours.', 'How long did the journey take?'],
    ['“The harbour needs new cranes,” said Ada Long.', 'What did Ada Long say about cranes?'],
    ['# Guide\n\n## How do I pay?\n\nYou pay at the door.', 'How do I pay?'],
    ['# Guide\n\n## Who runs this server?\n\nAda Long runs it.', 'Who runs this server?'],
    ['# Guide\n\n## Installing the app\n\nRun the installer.', 'How do I install the app?'],
  ])('%j', (text, question) => {
    expect(made(text)).toContain(question);
  });

  it.each([
    'The budget was 12 million euros.',
    'He employs 40 people.',
    'Their plan was announced in 2011.',
    'It was the first of three.',
    'The arts group has 40 arts and cultural bodies.',
    'This bridge was opened by Ada Long in 1911.',
    'Viewership fell below 20 million viewers.',
  ])('none of %j', (text) => {
    expect(made(text)).toEqual([]);
  });
});

describe('/ask', () => {
  let library: Library;
  beforeAll(async () => {
    const text =
      'The port of Salem employs 4,200 dockers.\n\nAda Long was born in Oslo.\n\nIt rained in the hills.';
    library = createLibrary({ articles: [articleOf(text, 'salem.txt')], stamp: 'abcdef' }, READING);
    expect(await suggest(library, 'ask', 'question', { question: 'how' })).toEqual([
      { name: 'how', value: 'how' },
    ]);
    await library.makeQuestions();
  });

  it('completes what is typed to questions that the texts answer, itself first', async () => {
    const choices = await suggest(library, 'ask', 'question', { question: 'how many' });
    expect(choices.map(({ value }) => value)).toEqual([
      'how many',
      'How many dockers does the port of Salem employ?',
    ]);
    for (const { text, number } of library.questions()) {
      const reply = await run(library, 'ask', { question: text });
      expect(reply).toMatchObject({ kind: 'answer', private: false });
      const opened = await commandNamed('ask')?.reopen?.(library, `q${number.toString(36)}`);
      expect(opened).toEqual(reply);
    }
  });

  it('takes the words wherever they stand, in any order, by their beginnings', async () => {
    for (const typed of ['dock', 'salem dockers', 'employ many how', 'dockers?']) {
      const choices = await suggest(library, 'ask', 'question', { question: typed });
      expect(choices.map(({ value }) => value)).toEqual([
        typed,
        'How many dockers does the port of Salem employ?',
      ]);
    }
  });

  it('offers nothing but what is typed where nothing fits, and nothing where that is too long for a choice', async () => {
    expect(await suggest(library, 'ask', 'question', { question: 'zebra' })).toHaveLength(1);
    expect(await suggest(library, 'ask', 'question', { question: 'z'.repeat(120) })).toEqual([]);
  });

  it('offers the nearest of them with a miss, also when that is opened again', async () => {
    const miss = await run(library, 'ask', { question: 'what did Ada Long pay for the opera' });
    expect(miss.kind).toBe('miss');
    expect(miss.cards[0]?.ways?.map(({ label }) => label)).toEqual(['Where was Ada Long born?']);
    expect((await commandNamed('ask')?.reopen?.(library, miss.memory ?? ''))?.cards).toEqual(miss.cards);
    const far = await run(library, 'ask', { question: 'what is the weather in Paris' });
    expect(far.cards[0]?.ways ?? []).toEqual([]);
  });

  it('knows at once those that are kept, also for the examples of /help', async () => {
    const text = 'The port of Salem employs 4,200 dockers.';
    const cache = new CacheFolder(await folderWith({}), 'texts', expect.unreachable);
    const open = () =>
      createLibrary(
        { articles: [articleOf(text, 'salem.txt')], stamp: 'abcdef' },
        { ...READING, vectors: { ...UNCACHED, cache } },
      );
    await open().makeQuestions();
    expect(await open().examples()).toContain('/ask How many dockers does the port of Salem employ?');
    const next = open();
    await next.takeQuestions();
    expect(next.questions()).toHaveLength(1);
  });

  it('has them among the examples of /help', async () => {
    expect((await library.examples()).join()).toMatch(/\/ask (?:How many dockers|Where was Ada Long)/);
  });
});
