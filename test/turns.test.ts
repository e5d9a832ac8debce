import { describe, expect, it } from 'vitest';
import { quotationsOf } from '../src/quotes/extract.js';
import { createQuoteIndex } from '../src/quotes/quote-index.js';
import { articleOf } from './support/articles.js';
import { repeated } from './support/texts.js';

/** `speaker: words` of each quotation. */
const told = (text: string, file = 'a.md') =>
  quotationsOf(articleOf(text, file)).map(
    ({ article, start, end, speaker }) => `${speaker?.name ?? '-'}: ${article.text.slice(start, end)}`,
  );

describe('turns', () => {
  it.each([
    [
      'paragraphs',
      'a.md',
      '# Quay\n\n**Nora:** We could move the crane.\n\n**Ilkka Salo:** I would rather not.',
      ['Nora: We could move the crane.', 'Ilkka Salo: I would rather not.'],
    ],
    [
      'items of a list, one of them a name that is not common',
      'a.md',
      '# Quay\n\n* The crane\n  * Ilkka: moving it is too dear.\n  * Nora: I think so too.',
      ['Ilkka: moving it is too dear.', 'Nora: I think so too.'],
    ],
    [
      'lines of one paragraph, wrapped',
      'a.txt',
      'The quay\n\nNora: We could move the crane to\nthe other side.\nHelen: I would rather not.\n\nIt rained.',
      ['Nora: We could move the crane to\nthe other side.', 'Helen: I would rather not.'],
    ],
    [
      'lines that the page joins',
      'a.md',
      '# Quay\n\n**Nora:** We could move the crane.\n**Helen:** I would rather not.\n**Nora:** Why?',
      ['Nora: We could move the crane.', 'Helen: I would rather not.', 'Nora: Why?'],
    ],
    [
      'with offices, then surnames',
      'a.txt',
      'NORA LIND, HARBOUR CHIEF: We could move the crane.\n\nIVO SALO, DEALER: I would rather not.\n\nLIND: Why?',
      ['NORA LIND: We could move the crane.', 'IVO SALO: I would rather not.', 'NORA LIND: Why?'],
    ],
    [
      'with times and asides',
      'a.md',
      '[00:12] Nora (on the phone): We could move the crane.\n\n[00:31] Helen: I would rather not.',
      ['Nora: We could move the crane.', 'Helen: I would rather not.'],
    ],
    [
      'a chat',
      'a.log',
      '[10:44] <ilk> the crane is stuck\n[10:45] *** Quits: pim\n[10:46] <nora> try the other key\n',
      ['ilk: the crane is stuck', 'nora: try the other key'],
    ],
    [
      'an interview',
      'a.txt',
      'Interviewer: Who built it?\n\nHelen Marr: We did, all of us.\n\nInterviewer: When?\n\nHelen Marr: In May.',
      [
        'Interviewer: Who built it?',
        'Helen Marr: We did, all of us.',
        'Interviewer: When?',
        'Helen Marr: In May.',
      ],
    ],
    [
      'initials of those present',
      'a.md',
      '# Quay\n\nPresent: Nora Vik (NVK)\n\n- ISA: Ilkka Salo (chair)\n\n## Crane\n\nNVK: Let us move it.\n\nISA: Thank you, I will be brief.',
      ['Nora Vik: Let us move it.', 'Ilkka Salo: Thank you, I will be brief.'],
    ],
    [
      'initials in a table',
      'a.md',
      '| Name | Short |\n| --- | --- |\n| Nora Vik | NVK |\n\n## Crane\n\nNVK: Let us move it.\n\nXY: Thank you, I will be brief.',
      ['Nora Vik: Let us move it.', 'XY: Thank you, I will be brief.'],
    ],
  ])('%s', (_, file, text, expected) => expect(told(text, file)).toEqual(expected));

  it.each([
    ['one label', 'The film\n\nMARLOW (voice-over): And so I left.\n\nIt ended.'],
    ['notes', 'Note: We open at nine.\n\nWarning: I mean it.\n\nNote: We close at ten.'],
    [
      'questions',
      'Question: Do I need a key?\n\nAnswer: Yes, we lend you one.\n\nQ: Why?\n\nA: I lost mine.',
    ],
    ['prices', 'Adults: £4 a day\nChildren: £1.50 a day\nGroups of ten: £25 a day'],
    ['tasks', '# Action items\n\n* Nora Vik: order the paint\n* Helen: Call the yard.'],
    ['a list of roles', '- admin: Fill in the form that we sent you.\n- guest: I may only read.'],
    ['definitions', 'CPU: It runs what we write.\n\nGPU: It draws what we see.'],
    ['what people did', 'Helen Marr: Painted the doors.\n\nNora Vik: Wrote the songs.'],
    ['terms', 'Refunds: We give them within a week.\n\nShipping: We ship to the islands.'],
    ['an agenda', '09:00 Opening: the mayor greets us\n10:30 Lunch: we eat\n11:30 Tour: we walk'],
    ['a manual', '<F1> opens the help\n<F2> renames it\n<F1> closes the help'],
    ['columns', '<F1>    yes    no\n<F2>    no     yes\n<F1>    yes    yes'],
    ['a recipe', 'Flour: 200 g\n\nMilk: one cup\n\nMethod: We stir it for five minutes.'],
  ])('are not %s', (_, text) => {
    expect(articleOf(`It begins.\n\n${text}`).paragraphs.filter(({ speaker }) => speaker)).toEqual([]);
    expect(articleOf(`It begins.\n\n${text}`, 'a.md').paragraphs.filter(({ speaker }) => speaker)).toEqual(
      [],
    );
  });

  it('end where another label stands, and leave what has none to nobody', () => {
    const text =
      'Nora: We could move the crane.\nNote: it is heavy.\n\nThe others laughed.\n\nHelen: I would rather not.';
    expect(told(text, 'a.txt')).toEqual(['Nora: We could move the crane.', 'Helen: I would rather not.']);
  });

  it('hold quotations of others only', () => {
    const text =
      'Nora: I told them “not on my watch, ever.” Then Tom Hale said, “The crane will move.”\n\nHelen: I see.';
    expect(told(text)).toEqual([
      'Nora: I told them “not on my watch, ever.” Then Tom Hale said, “The crane will move.”',
      'Tom Hale: The crane will move.',
      'Helen: I see.',
    ]);
  });

  it('are found by speaker and counted', async () => {
    const article = articleOf(
      'Mayor Nora Vik: We could move it.\n\nHelen: I see.\n\nMayor Nora Vik: Good.',
      'a.md',
    );
    const index = await createQuoteIndex([article]);
    expect(index.speakers()).toEqual([
      { name: 'Nora Vik', count: 2 },
      { name: 'Helen', count: 1 },
    ]);
    expect(index.find({ speaker: 'the mayor' })).toHaveLength(2);
    expect(index.find()[0]?.cue).toBeNull();
  });

  it('do not break up what is grouped, nor the lines that blocks begin on', () => {
    const { text, paragraphs } = articleOf(
      'The quay\n\nNora: I have a list.\nHelen: I see. We need:\n\n- a crane\n- a rope\n\nIt rained.',
    );
    expect(paragraphs.map((p) => [text.slice(p.start, p.end), p.group, p.line])).toEqual([
      ['The quay', 0, 1],
      ['Nora: I have a list.', 1, 3],
      ['Helen: I see. We need:', 2, 4],
      ['- a crane', 2, 6],
      ['- a rope', 2, 7],
      ['It rained.', 5, 9],
    ]);
  });
});

describe('code and furniture', () => {
  it('say nothing, and open no quotation', () => {
    const text =
      '# Log\n\nRun this:\n\n```\necho "we are the best of all\n```\n\nNora Vik said, “We run it twice.”';
    expect(told(text)).toEqual(['Nora Vik: We run it twice.']);
  });

  it('nor do the cells of a table', () => {
    expect(told('It begins.\n\n| Name | Motto |\n| --- | --- |\n| Nora | “We never give up.” |')).toEqual([]);
  });
});

it('reads much of labels', () => {
  const text = repeated('Nora: I see. Helen: We do.\n');
  expect(told(text, 'a.txt').length).toBeGreaterThan(10_000);
});
