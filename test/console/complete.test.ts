import { describe, expect, it } from 'vitest';
import { complete } from '../../src/console/complete.js';
import { createLibrary } from '../../src/library.js';
import { articleOf } from '../support/articles.js';

const library = createLibrary({
  articles: [articleOf('---\ntitle: Harbour Notes\n---\n“The bridge has 12 arches,” Ada Long said.')],
  stamp: 'abcdef',
});

describe('Tab', () => {
  it.each([
    ['/so', ['/sources '], '/so'],
    ['/', ['/ask ', '/quote ', '/figure ', '/sources ', '/help ', '/reload ', '/texts '], '/'],
    ['/sources ', ['source: ', 'private: '], ''],
    ['/ask how many so', ['source: '], 'so'],
    ['/quote speaker: ad', ['Ada Long'], 'ad'],
    ['/figure about: arc', ['arches'], 'arc'],
    ['/sources source: harb', [library.articles[0]?.id], 'harb'],
    ['/ask how many source: harb', [library.articles[0]?.id], 'harb'],
  ])('completes %j', async (line, completions, replaced) => {
    expect(await complete(library, line)).toEqual([completions, replaced]);
  });

  it.each([
    'how many',
    '/frobnicate ',
    '/help ',
    '/ask question: harb',
    '/sources private: ',
    '/quote speaker: zz',
  ])('has nothing to add to %j', async (line) => {
    expect((await complete(library, line))[0]).toEqual([]);
  });
});
