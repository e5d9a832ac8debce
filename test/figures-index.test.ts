import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { parseArticle, readCorpus } from '../src/corpus/read.js';
import { agreement } from '../src/figures/agreement.js';
import type { Figure } from '../src/figures/figure.js';
import { createFigureIndex } from '../src/figures/figure-index.js';

const article = (id: string, text: string): Article => {
  const parsed = parseArticle(`${id}.txt`, text);
  if (Array.isArray(parsed)) throw new Error(parsed[0]?.message);
  return parsed;
};

const written = (figures: readonly Figure[]) =>
  figures.map((figure) => figure.article.text.slice(figure.start, figure.end));

describe('the figures of the shipped corpus', async () => {
  const { articles } = await readCorpus('corpus');
  const index = await createFigureIndex(articles);

  it.each([
    ['employees', ['36,446', '230,000', '2.3 million', '1.5 million']],
    ['alibaba staff', ['36,446']],
    ['workforce of Amazon', ['230,000']],
    ['how many people does walmart employ', ['2.3 million', '1.5 million']],
    ['sales', ['$170 billion']],
    ['SoftBank', ['50,000']],
    ['eBay employees', []],
    ['zebras', []],
  ])('%s', (about, expected) => {
    expect(written(index.find({ about }))).toEqual(expected);
  });

  it('lists all figures of one article', () => {
    const [first] = articles;
    expect(index.find({ articles: [first as Article] }).every((figure) => figure.article === first)).toBe(
      true,
    );
    expect(index.find()).toHaveLength(16);
  });

  it('knows what is counted and whose', () => {
    const names = index.topics().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['jobs', 'employees', 'sales', 'Alibaba', 'Amazon', 'Wal-Mart']),
    );
    expect(index.topics()[0]).toEqual({ name: 'Alibaba', count: 5 });
  });

  it('knows measures, and names a bare noun that has one figure last', async () => {
    const text =
      'The ban lasts 30 days. The kiln cost 240,000 euros. Anna Lindqvist paid 60 percent. Pots cost two euros.';
    const topics = (await createFigureIndex([article('kiln', text)])).topics();
    const names = topics.map(({ name }) => name);
    expect(topics[0]).toEqual({ name: 'euros', count: 2 });
    expect(names).toEqual(expect.arrayContaining(['days', 'percentages']));
    expect(names.indexOf('ban')).toBeGreaterThan(names.indexOf('Anna Lindqvist'));
  });

  it('finds where the two agree, exact and approximate apart', () => {
    const groups = agreement(index.find());
    expect(groups.map(({ kind }) => kind)).toEqual(['agree']);
    expect(written(groups[0]?.exact ?? [])).toEqual(['1 million', '1 million']);
    expect(written(groups[0]?.approximate ?? [])).toEqual(['one million']);
  });
});

describe('agreement', () => {
  const kinds = async (...texts: readonly string[]) => {
    const articles = texts.map((text, i) => article(String(i), text));
    return agreement((await createFigureIndex(articles)).find()).map(({ kind }) => kind);
  };

  it.each([
    ['Acme has 500 employees.', 'Acme employs 500 workers.', ['agree']],
    ['Acme has 500 employees.', 'Acme has about 500 employees.', ['agree']],
    ['Acme has 500 employees.', 'Acme has 600 employees.', ['differ']],
    ['Acme has 500 employees.', 'Bolt has 500 employees.', []],
    ['Acme has 500 employees.', 'Acme has 500 shops.', []],
    ['Acme had 500 employees in 2012.', 'Acme had 600 employees in 2013.', []],
    ['Acme has 500 employees worldwide.', 'Acme has 300 employees in the US.', []],
    ['Acme has 500 employees in the US.', 'Acme has 500 US employees.', ['agree']],
    ['Acme has more than 500 employees.', 'Acme has 600 employees.', []],
    ['The Dee bridge is 300 metres long.', 'The Dee bridge is 20 metres wide.', []],
    ['The Dee bridge is 300 metres long.', 'The Dee bridge, said Lowe, is 280 metres long.', ['differ']],
    ['Lowe promised 40 jobs.', 'Lowe cut 60 jobs.', []],
    ['Acme has about 500 employees.', 'Acme has 510 employees.', []],
    ['Acme has about 500 employees.', 'Acme has 900 employees.', ['differ']],
    ['Acme has more than 500 employees.', 'Acme has less than 500 employees.', []],
    ['Sales of Acme rose 5 %.', 'Sales of Acme fell 5 %.', []],
    ['Acme has 500 full-time employees.', 'Acme has 600 part-time employees.', []],
  ])('%s / %s', async (one, two, expected) => {
    expect(await kinds(one, two)).toEqual(expected);
  });

  it('needs two sources', async () => {
    expect(await kinds('Acme has 5 cats. Acme has 5 cats.')).toEqual([]);
  });
});
