import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { parseArticle, readCorpus } from '../src/corpus/read.js';
import type { Quotation } from '../src/quotes/quotation.js';
import { createQuoteIndex } from '../src/quotes/quote-index.js';

const words = ({ article, start, end }: Quotation) => article.text.slice(start, end);
const article = (id: string, text: string) => parseArticle(`${id}.txt`, text) as Article;

const { articles } = await readCorpus('corpus');
const index = await createQuoteIndex(articles);

describe('speakers', () => {
  it('counts the quotations of each over all articles, most quoted first', () => {
    expect(index.speakers()).toEqual([
      { name: 'Jack Ma', count: 5 },
      { name: 'Donald Trump', count: 4 },
    ]);
  });

  it('takes a last name alone for the only one who bears it', async () => {
    const both = await createQuoteIndex([
      article('a', 'Rosa Lindqvist spoke first. “The bridge will open in May,” Lindqvist said.'),
      article('b', 'The mayor was there. “We are late,” Lindqvist admitted.'),
    ]);
    expect(both.speakers()).toEqual([{ name: 'Rosa Lindqvist', count: 2 }]);
  });
});

describe('names', () => {
  it('are one over articles, with and without middle names', async () => {
    const both = await createQuoteIndex([
      article('a', '“The bridge will open in May,” Rosa B. Lindqvist said.'),
      article('b', '“We are late,” Rosa Lindqvist admitted. “Very late indeed,” she added.'),
    ]);
    expect(both.speakers()).toEqual([{ name: 'Rosa Lindqvist', count: 3 }]);
  });

  it('stay apart where a last name could mean two', async () => {
    const both = await createQuoteIndex([
      article('a', '“The bridge will open in May,” Rosa Lindqvist said.'),
      article('b', '“It will not open at all,” Nils Lindqvist said.'),
      article('c', '“We shall see in May,” Lindqvist said.'),
    ]);
    expect(both.speakers().map(({ name }) => name)).toEqual([
      'Lindqvist',
      'Nils Lindqvist',
      'Rosa Lindqvist',
    ]);
  });
});

describe('find', () => {
  it.each(['Donald Trump', 'trump', 'the President-elect', 'DONALD'])('finds %s', (speaker) => {
    expect(index.find({ speaker })).toHaveLength(4);
  });

  it('finds nobody for a name that no text has', () => {
    expect(index.find({ speaker: 'Lindqvist' })).toEqual([]);
    expect(index.find({ speaker: 'the' })).toEqual([]);
  });

  it('ranks what speaks about the words asked for, in any inflection', () => {
    const [first] = index.find({ speaker: 'ma', about: 'small business' });
    expect(first && words(first)).toMatch(/small business/);
    expect(index.find({ about: 'volcano' })).toEqual([]);
  });

  it('finds words of the sentence around the quotation', () => {
    expect(index.find({ about: 'praised' }).map(words)).toEqual(['smart and open-minded']);
  });

  it('keeps to one article', () => {
    expect(index.find({ articles: articles.filter(({ id }) => id === 'one-million-jobs') })).toHaveLength(3);
  });
});

describe('variantsOf', () => {
  const said = (opening: string) =>
    index.find().find((quotation) => words(quotation).startsWith(opening)) as Quotation;

  it('finds the same words as another article reports them', () => {
    expect(index.variantsOf(said('He loves this country')).map(words)).toEqual([
      words(said('We had a great')),
    ]);
    expect(index.variantsOf(said('smart and')).map(words)).toEqual([words(said('The door is open'))]);
  });

  it('is symmetric', () => {
    for (const one of index.find())
      for (const other of index.variantsOf(one)) expect(index.variantsOf(other)).toContain(one);
  });

  it('has none for words that only one article reports', () => {
    expect(index.variantsOf(said('We specifically'))).toEqual([]);
  });
});
