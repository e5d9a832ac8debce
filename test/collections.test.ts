import { describe, expect, it } from 'vitest';
import type { Options } from '../commands/command.js';
import { commandNamed } from '../commands/index.js';
import { addressOf } from '../src/corpus/citation.js';
import { createLibrary } from '../src/library.js';
import type { Reply } from '../src/reply.js';
import { articleOf } from './support/articles.js';
import { READING } from './support/model.js';

const FILES = {
  'news/may.md': '# May\n\nA stall costs 15 coins a day. “Be brief,” said Agnes Rowe, who raised the price.',
  'rules.md': '# Overview\n\nThe rules are read aloud on Mondays.',
  'rules/chat.md': '# Chat\n\nA warning is given for 3 links in a row. “Be brief,” said Agnes Rowe.',
  'rules/trade/market.md': '# Market\n\nA stall costs 12 coins a day. “Be fair,” said Agnes Rowe.',
};

describe('a folder as a source', () => {
  const articles = Object.entries(FILES).map(([file, content]) => articleOf(content, file));
  const library = createLibrary({ articles, stamp: 'abcdef' }, READING);

  const run = async (name: string, options: Options): Promise<Reply> => {
    const reply = await commandNamed(name)?.run(library, options);
    if (!reply) throw new Error(`no command ${name}`);
    return reply;
  };

  const shownIn = ({ cards }: Reply) =>
    new Set(
      cards.flatMap(({ items }) => items.flatMap((i) => (i.kind === 'quotation' ? [i.article.id] : []))),
    );

  it.each<[string, Options]>([
    ['ask', { question: 'how much does a stall cost' }],
    ['ask', { question: 'what did Agnes Rowe say' }],
    ['quote', { speaker: 'Agnes Rowe' }],
    ['quote', {}],
    ['figure', {}],
    ['figure', { about: 'coins' }],
  ])('restricts /%s %j to its texts, also when it is opened again', async (name, options) => {
    for (const source of ['rules/', 'Rules/', 'rules/ (2 texts)', 'rules/trade', 'rules/trade/']) {
      const reply = await run(name, { ...options, source });
      const again = await commandNamed(name)?.reopen?.(library, reply.memory ?? '');
      const within = /^rules\/(?!.*news)/;
      for (const id of shownIn(reply))
        expect(id).toMatch(source.includes('trade') ? /^rules\/trade\// : within);
      expect(shownIn(reply).size).toBeGreaterThan(0);
      expect(again?.cards).toEqual(reply.cards);
    }
  });

  it('is listed by /sources', async () => {
    const reply = await run('sources', { source: 'rules/' });
    const lines = reply.cards.flatMap(({ items }) =>
      items.map((item) => (item.kind === 'note' ? item.text : '')),
    );
    expect(lines[0]).toBe('2 texts in rules/:');
    expect(lines.slice(1).map((line) => line.split(' · ').at(-1))).toEqual([
      'rules/chat',
      'rules/trade/market',
    ]);
    const again = await commandNamed('sources')?.reopen?.(library, reply.memory ?? '');
    expect(again?.cards).toEqual(reply.cards);
  });

  it('is not mistaken for a text of the same name', async () => {
    expect([...shownIn(await run('sources', { source: 'rules' }))]).toEqual(['rules']);
  });

  it.each([
    ['', ['news/ (1 text)', 'rules/ (2 texts)', 'rules/trade/ (1 text)']],
    ['tra', ['rules/trade/ (1 text)']],
    ['ru', ['rules/ (2 texts)', 'rules/trade/ (1 text)']],
  ])('is suggested for “%s” with its number of texts, before texts', async (typed, names) => {
    for (const command of ['ask', 'quote', 'figure', 'sources']) {
      const choices =
        (await commandNamed(command)?.suggest?.(library, 'source', { source: typed }, 25)) ?? [];
      expect(choices.slice(0, names.length).map(({ name }) => name)).toEqual(names);
      expect(choices[0]?.value).toMatch(/\/$/);
    }
  });
});

describe('the address of a text', () => {
  const BODY = [
    'Before all.',
    '# Guide',
    'The guide.',
    '## Set up & run',
    'It runs.',
    '**In short**',
    'It is short.',
    '## Größe',
    'It is large.',
    '## Set up & run',
    'It runs again.',
  ].join('\n\n');
  const linkOf = (file: string, url: string, sentence: string): string | null => {
    const article = articleOf(`---\nurl: ${url}\n---\n${BODY}`, file);
    const start = article.text.lastIndexOf(sentence);
    return addressOf(article, { start, end: start + sentence.length }, 512);
  };

  it.each([
    ['Before all.', 'https://example.org/guide'],
    ['The guide.', 'https://example.org/guide#guide'],
    ['It runs.', 'https://example.org/guide#set-up--run'],
    ['It is short.', 'https://example.org/guide#set-up--run'],
    ['It is large.', 'https://example.org/guide#gr%C3%B6%C3%9Fe'],
    ['It runs again.', 'https://example.org/guide#set-up--run-1'],
  ])('links “%s” to its section', (sentence, link) => {
    expect(linkOf('guide.md', 'https://example.org/guide', sentence)).toBe(link);
  });

  it('links to the page where anchors are not known, or one is given', () => {
    expect(linkOf('guide.txt', 'https://example.org/guide', 'It runs.')).toBe('https://example.org/guide');
    expect(linkOf('guide.md', 'https://example.org/guide#top', 'It runs.')).toBe(
      'https://example.org/guide#top',
    );
    const long = `https://example.org/${'a'.repeat(480)}`;
    expect(linkOf('guide.md', long, 'It is large.')).toBe(long);
    expect(linkOf('guide.md', `${long}/${'b'.repeat(40)}`, 'It is large.')).toBeNull();
  });
});
