import { describe, expect, it } from 'vitest';
import { renderReply } from '../../src/console/render.js';
import { note, quoted, type Reply, say } from '../../src/reply.js';
import { visible } from '../../src/text/visible.js';
import { articleOf } from '../support/articles.js';

const article = articleOf(
  '---\ntitle: Harbour Notes\npublisher: The Harbour Post\nurl: https://example.org/a b\n---\n' +
    'It rained.\nThe bridge was closed. Nobody came.\n\nThe sun returned.',
);
const [paragraph = { start: 0, end: 0 }] = article.paragraphs;
const sentence = article.sentences[1] ?? { start: 0, end: 0 };

const reply = (layout: Reply['layout'], cards: Reply['cards']): Reply => ({
  ...say(''),
  layout,
  cards,
  unit: 'passage',
});

/** Colours are there only where the terminal has them. */
const plain = (text: string): string => text.replace(/\p{Cc}\[\d+m/gu, '');

describe('a reply in the terminal', () => {
  it('has quotations in a margin, numbered citations below, notes as they are', () => {
    const items = [
      note('The texts say:'),
      quoted(article, paragraph),
      note('And also:'),
      quoted(article, sentence),
    ];
    const source = 'Harbour Notes · The Harbour Post\n  https://example.org/a%20b';
    expect(plain(renderReply(reply('one-card', [{ items }])))).toBe(
      [
        'The texts say:',
        '  │ It rained.',
        '  │ The bridge was closed. Nobody came.',
        `  [1] ${source}`,
        'And also:',
        '  │ The bridge was closed.',
        `  [2] ${source}`,
      ].join('\n'),
    );
  });

  it('has other texts in a line with their source, and a cut marked outside the quoted words', () => {
    const { start, end } = sentence;
    const cutFrom = { start: 0, end: paragraph.end };
    const items = [
      { ...quoted(article, { start, end }), cutFrom },
      { kind: 'aside' as const, lead: 'Also:', article, start, end, cutFrom },
    ];
    expect(plain(renderReply(reply('one-card', [{ lead: 'The texts say:', items }]))).split('\n')).toEqual([
      'The texts say:',
      '  …',
      '  │ The bridge was closed.',
      '  …',
      '  [1] Harbour Notes · The Harbour Post',
      '  https://example.org/a%20b',
      '  Also: … “The bridge was closed.” … – [2] Harbour Notes',
    ]);
  });

  it('shows one card of a reply that has one a screen, all of one that flows', () => {
    const cards = ['one', 'two', 'three'].map((text) => ({ items: [note(text)] }));
    expect(renderReply(reply('one-card', cards))).toBe('one');
    expect(renderReply(reply('one-card', cards), 2)).toBe('three');
    expect(renderReply(reply('one-card', cards), 3)).toBe('There is no further passage.');
    expect(renderReply(reply('flow', cards))).toBe('one\ntwo\nthree');
    expect(renderReply(reply('flow', cards), 1)).toBe('There is no further passage.');
  });

  it('always has the answer in it', () => {
    const items = [quoted(article, paragraph, sentence)];
    expect(plain(renderReply(reply('one-card', [{ items }])))).toContain('The bridge was closed.');
  });

  it('breaks lines between words where they are longer than the terminal is wide, and keeps indentation', () => {
    const poem = articleOf('Deep is the water and\n    cold is the  wind tonight.');
    const items = [
      note('The texts say it in so many words:'),
      quoted(poem, poem.paragraphs[0] ?? { start: 0, end: 0 }),
    ];
    const { isTTY, columns } = process.stdout;
    Object.assign(process.stdout, { isTTY: true, columns: 30 });
    try {
      expect(plain(renderReply(reply('one-card', [{ items }]))).split('\n')).toEqual([
        'The texts say it in so many',
        'words:',
        '  │ Deep is the water and',
        '  │     cold is the  wind ',
        '  │ tonight.',
        '  [1] A',
      ]);
    } finally {
      Object.assign(process.stdout, { isTTY, columns });
    }
  });

  it('shows no control character of a text, a note or a title', () => {
    const hostile = articleOf(
      '---\ntitle: "a\\u001B[2Jb"\n---\nIt\u001b]0;x\u0007 rained\u009b2J \u007f.\n\nYes.',
    );
    const items = [note('\u001b[31mred'), quoted(hostile, hostile.paragraphs[0] ?? { start: 0, end: 0 })];
    const text = plain(renderReply(reply('one-card', [{ items }])));
    expect(text).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(text).toContain('␛[31mred');
    expect(text).toContain('It␛]0;x␇ rained');
    expect(text).toContain('a[2Jb');
  });
});

it.each([
  ['\u0000\u001b\r', '␀␛␍'],
  ['\u007f\u0085', '␡␡'],
  ['a\tb\nc “é” 雨', 'a\tb\nc “é” 雨'],
])('%j is shown as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
