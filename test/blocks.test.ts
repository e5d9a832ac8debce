import { describe, expect, it } from 'vitest';
import type { BlockKind } from '../src/corpus/article.js';
import { articleOf } from './support/articles.js';

/** The kind of a block that stands between two ordinary paragraphs. */
function kindAmid(block: string, file = 'a.txt', above = ''): BlockKind | undefined {
  const article = articleOf(`${above}The fair opened.\n\n${block}\n\nThe fair closed.`, file);
  const [before, amid, after, ...others] = article.paragraphs.slice(above === '' ? 0 : 1);
  expect([before?.kind, after?.kind, others]).toEqual(['body', 'body', []]);
  return amid?.kind;
}

const cases: readonly (readonly [BlockKind, readonly string[]])[] = [
  [
    'heading',
    [
      'Harbour Bridge Reopens',
      'HARBOUR BRIDGE REOPENS',
      '2016 in Numbers',
      '“Never Again” and Other Words',
      '港口大桥重新开放',
    ],
  ],
  [
    'byline',
    [
      'By Ann Lee',
      'BY ANN LEE AND BOB ROSS',
      'by Ann Lee and Bob Ross',
      'By: Ann O’Neill-Ross',
      'Written by Ann Lee',
      'By Ann Lee, Staff Writer',
    ],
  ],
  [
    'dateline',
    [
      'Jan. 9, 2017',
      '9 January 2017',
      'Monday, 9 January 2017',
      'Mon, Jan 9, 2017 10:30 GMT',
      '2017-01-09',
      '2017-01-09T10:30:00Z',
      'Published: 9 January 2017',
      'Published on Jan. 9, 2017',
      'Last updated 10:32 GMT',
      'Updated 3 March 2020 at 14:05',
    ],
  ],
  [
    'caption',
    [
      'Photo: Ann Lee',
      'Photo by Ann Lee',
      'Image courtesy of the harbour museum',
      'The bridge at dusk. (AP Photo/Ann Lee)',
      'FILE - The bridge at dusk.',
      'Source: Harbour Office',
      'The bridge at dusk. Credit: Ann Lee',
    ],
  ],
  [
    'body',
    [
      'The bridge reopened on Monday.',
      'What next?',
      'They had one demand:',
      'lower case, as in a poem',
      '“We shall see,” she said.',
      'By noon everyone had left the old square.',
      'Written by hand, the letter is worth a fortune.',
      'Published in 1925, the novel made her famous.',
      'Updated figures show that 300 ships sank.',
      '2016-03-01 was the day on which the firm opened.',
      'May 5 was a good day.',
      'Video games sell well in the north.',
      'Photographs of the bridge sell well.',
      'Two lines\nof a verse',
      `A line that is far too long for a heading ${'and goes on '.repeat(10)}without an end`,
      '42',
    ],
  ],
  ['item', ['- one thing', '1. one thing']],
];

describe.each(cases)('a %s', (kind, blocks) => {
  it.each(blocks)('%s', (block) => {
    expect(kindAmid(block)).toBe(kind);
    expect(kindAmid(block, 'a.md')).toBe(kind);
    // A page of Markdown that marks one of its headings marks all of them.
    expect(kindAmid(block, 'a.md', '# The fair\n\n')).toBe(kind === 'heading' ? 'body' : kind);
  });
});

it('a bullet that Markdown does not know is a list in plain text', () => {
  expect(kindAmid('• one thing')).toBe('item');
});

describe('Markdown headings', () => {
  it.each(['# Harbour news.', '###### and so on', '   ## Was it so?'])('%s', (line) => {
    expect(kindAmid(line, 'a.md')).toBe('heading');
  });

  it.each(['#harbour is open.', '####### seven.'])('%s is none', (line) => {
    expect(kindAmid(line, 'a.md')).toBe('body');
  });

  it('are blocks of their own without blank lines', () => {
    const { text, paragraphs } = articleOf('It opened.\n# News\nIt closed.\n## More\n', 'a.md');
    expect(paragraphs.map((p) => [p.kind, text.slice(p.start, p.end)])).toEqual([
      ['body', 'It opened.'],
      ['heading', 'News'],
      ['body', 'It closed.'],
      ['heading', 'More'],
    ]);
  });
});

describe('a text of one paragraph has no heading', () => {
  it.each(['Harbour Bridge Reopens', '# Harbour Bridge Reopens', 'By Ann Lee'])('%s', (text) => {
    for (const file of ['a.txt', 'a.md']) {
      expect(articleOf(`\n${text}\n`, file).paragraphs).toMatchObject([{ kind: 'body', number: 1 }]);
    }
  });
});

it('the last line is no heading: nothing stands below it', () => {
  expect(articleOf('The fair opened.\n\nThe End').paragraphs.at(-1)?.kind).toBe('body');
});

describe('a dateline that opens a paragraph', () => {
  const opening = (text: string): string => {
    const { sentences } = articleOf(`${text}\n\nIt closed.`);
    return sentences
      .filter(({ kind }) => kind === 'dateline')
      .map(({ start, end }) => text.slice(start, end))
      .join('|');
  };

  it.each([
    ['PARIS — The fair opened.', 'PARIS —'],
    ['HONG KONG, Jan. 9 (Reuters) — The fair opened.', 'HONG KONG, Jan. 9 (Reuters) —'],
    ['ST. LOUIS — The fair opened.', 'ST. LOUIS —'],
    ['WASHINGTON, D.C. -- The fair opened.', 'WASHINGTON, D.C. --'],
    ['NEW YORK (AP) — “Come in,” she said.', 'NEW YORK (AP) —'],
    ['London (Reuters) - Shares rose.', 'London (Reuters) -'],
    ['NATO – the alliance – agreed.', ''],
    ['IBM — once a giant — fell.', ''],
    ['Paris — The fair opened.', ''],
    ['The fair opened.', ''],
  ])('%s', (text, dateline) => {
    expect(opening(text)).toBe(dateline);
  });

  it('leaves the rest of the paragraph to answer', () => {
    const { text, sentences } = articleOf('ST. LOUIS — The fair opened. It rained.\n\nIt closed.');
    expect(sentences.map((s) => [s.kind, s.paragraph, text.slice(s.start, s.end)])).toEqual([
      ['dateline', 0, 'ST. LOUIS —'],
      ['body', 0, 'The fair opened.'],
      ['body', 0, 'It rained.'],
      ['body', 1, 'It closed.'],
    ]);
  });
});

describe('lines that are alike but for a number', () => {
  const pages = (line: (page: number) => string, prose: string) =>
    [4, 5, 6, 7].map((page) => `${line(page)}\n\n${prose}`).join('\n\n');
  const furniture = (text: string) =>
    articleOf(text).paragraphs.filter(({ kind }) => kind === 'furniture').length;

  it('are heads of pages where they count up amid sentences', () => {
    expect(furniture(pages((page) => `Harbour Office ${page}`, 'The bridge was closed, so that'))).toBe(4);
  });

  it.each([
    ['prices', (page: number) => `A day costs ${10 * page} euros`, 'Ask at the'],
    ['chapters', (page: number) => `Chapter ${page}`, 'The bridge was closed.'],
  ])('are %s otherwise', (_, line, prose) => {
    expect(furniture(pages(line, prose))).toBe(0);
  });
});

describe('lines between bars in plain text', () => {
  it.each([
    ['Terminal | Airlines\nA | Alpha Air\nB | Beta Wings, Cirrus', ['heading', 'row', 'row']],
    ['| Armour | Cost |\n|---|---|\n| Plate | 5 gp |', ['heading', 'furniture', 'row']],
    ['One | two\nand no more bars', ['body']],
  ])('%s', (table, kinds) => {
    const { paragraphs } = articleOf(`Words above.\n\n${table}\n\nWords below.`);
    expect(paragraphs.slice(1, -1).map(({ kind }) => kind)).toEqual(kinds);
    expect(new Set(paragraphs.slice(1, -1).map(({ group }) => group)).size).toBe(1);
  });
});
