import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.js';
import { excerptOf, lineOf, partsOf } from '../src/corpus/excerpt.js';
import { parseArticle } from '../src/corpus/read.js';
import type { Span } from '../src/text/span.js';
import { articleOf } from './support/articles.js';
import { anyText } from './support/texts.js';

/** Longer than any excerpt: two screens of a phone are a thousand characters. */
const MOST = 700;

const wordsOf = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);

/** The number of the sentence with some words. */
const sentenceWith = ({ text, sentences }: Article, words: string): number =>
  sentences.findIndex(({ start, end }) => text.slice(start, end).includes(words));

function shownOf(article: Article, words: string, offset = 0) {
  const { above, around, answer } = excerptOf({ article, sentence: sentenceWith(article, words) }, offset);
  return {
    above: above && wordsOf(article, above),
    around: wordsOf(article, around),
    answer: wordsOf(article, answer),
  };
}

describe('an excerpt', () => {
  it('is the sentence with one neighbour on each side at most', () => {
    const article = articleOf(
      'It rained. The mill stood. It burned in 1911. Nobody was hurt. It was Monday.',
    );
    expect(shownOf(article, '1911').around).toBe('The mill stood. It burned in 1911. Nobody was hurt.');
  });

  it('has the sentence before where the answer points back to it, and not where it only takes room', () => {
    const before = 'Agnes Rowe, who had run the water mill since her father left it to her, sold it in May.';
    const among = (answer: string) => articleOf(`${before} ${answer} Nobody minded.`);
    const linked = shownOf(among('She then moved to the coast with both of her younger sisters.'), 'coast');
    expect(linked.around.startsWith(before)).toBe(true);
    const alone = shownOf(among('The buyer moved to the coast with both of his younger sisters.'), 'coast');
    expect(alone.around.startsWith('The buyer')).toBe(true);
  });

  it('has of a long sentence the part from an offset on, cut between words', () => {
    const article = articleOf(
      `${'The harbour master counted the boats, '.repeat(40)}and then there were 42.`,
    );
    const parts = partsOf(article, article.sentences[0] as Span);
    const { around, answer } = shownOf(article, '42', parts.at(-1));
    expect(answer).toBe('and then there were 42.');
    expect(around).toBe(answer);
    const first = shownOf(article, '42');
    expect(first.answer.length).toBeLessThan(260);
    expect(first.answer).toMatch(/boats,$/);
  });

  it('is cut after a phrase, before a word that joins, and never amid brackets or a quotation that fits', () => {
    const told =
      'The mayor told the council of the old town that the harbour had been closed since the storm';
    const rest =
      'that every boat in the harbour would have to be counted again in the first week of the coming month.';
    const ending = (middle: string) => shownOf(articleOf(`${told} ${middle} ${rest}`), 'mayor').answer;
    expect(ending('of the autumn and had the bridges of the upper town repaired by some men')).toMatch(
      / of the autumn$/,
    );
    expect(
      ending('by the guard—nobody in the upper town knew the name of the man that did this to them'),
    ).toMatch(/ by the guard—$/);
    expect(
      ending(
        'for all ships of the county of Orrin (probably through the fault of the two men of the council, and of a third)',
      ),
    ).toMatch(/ of Orrin$/);
    expect(
      ending(
        'to ships of the county of Orrin, as he wrote, in “the darkest of hours, or days, for all of us”',
      ),
    ).toMatch(/ as he wrote,$/);
  });

  it('has what leads in to an item, and the head of a row', () => {
    const list = articleOf('# Kit\n\nBring to the walk:\n\n- a lamp\n- boots\n- a warm coat\n', 'a.md');
    expect(shownOf(list, 'coat')).toMatchObject({
      above: 'Bring to the walk:',
      answer: expect.stringMatching(/coat/),
    });
    expect(shownOf(list, 'lamp').around).toMatch(/^Bring to the walk:\n+.*a lamp$/);
    const table = articleOf('Terminal | Airlines\nA | Alpha Air\nB | Beta Wings, Cirrus');
    expect(shownOf(table, 'Cirrus')).toMatchObject({ above: 'Terminal | Airlines' });
  });

  it('goes on with what a sentence leads in to', () => {
    const code = articleOf('To install it, run:\n\n```\nnpm ci\n```\n\nThen rest.\n', 'a.md');
    expect(shownOf(code, 'install').around).toMatch(/^To install it, run:\s+npm ci$/);
    const list = articleOf('It costs:\n\n- five pounds\n- nine for two\n', 'a.md');
    expect(shownOf(list, 'costs').around).toMatch(/five pounds[\s\S]*nine for two$/);
  });

  it('is a short slice of its article with the answer in it, whatever the text', () => {
    fc.assert(
      fc.property(
        anyText(100),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('a.txt', 'a.md'),
        (text, at, part, file) => {
          const article = parseArticle(file, `\n${text}`);
          if (!('text' in article) || article.sentences.length === 0) return;
          const sentence = at % article.sentences.length;
          const whole = article.sentences[sentence] as Span;
          const parts = partsOf(article, whole);
          const { around, answer } = excerptOf({ article, sentence }, parts[part % parts.length]);
          expect(answer.end).toBeGreaterThan(answer.start);
          expect(answer.start >= whole.start && answer.end <= whole.end).toBe(true);
          expect(around.start <= answer.start && around.end >= answer.end).toBe(true);
          expect(around.cutFrom.start <= around.start && around.cutFrom.end >= around.end).toBe(true);
          expect(around.end - around.start).toBeLessThan(MOST);
        },
      ),
    );
  });
});

describe('a sentence in a line', () => {
  it('is a slice of it that begins no word in its middle and has the words that matter', () => {
    const article = articleOf(
      'Amazon, which sells books and all else that people ask for in its many stores, employs 230,000 people in all the countries where it has a warehouse or an office.',
    );
    const start = article.text.indexOf('230,000');
    const line = wordsOf(article, lineOf({ article, sentence: 0 }, { start, end: start + 7 }));
    expect(line).toContain('employs 230,000 people');
    expect(line.length).toBeLessThan(100);
    expect(article.text).toMatch(new RegExp(`(?<!\\w)${line}(?!\\w)`));
  });

  it('begins and ends outside of a quotation, or is a part of it without its marks', () => {
    const lineWith = (text: string, words: string) => {
      const article = articleOf(text);
      const start = article.text.indexOf(words);
      return wordsOf(article, lineOf({ article, sentence: 0 }, { start, end: start + words.length }));
    };
    const said = 'We had a great, great meeting in the tower, and a man whom I trust came to it';
    expect(lineWith(`He told the reporters who waited, “${said}, so we did well.”`, said)).toBe(`${said},`);
    expect(lineWith('It was “a good day,” he said.', 'good')).toBe('It was “a good day,” he said.');
    expect(lineWith('They came to listen.”', 'came')).toBe('They came to listen.');
    const early =
      'The 40 men of the upper town were, the mayor said, “glad to have seen the harbour opened again at last”.';
    expect(lineWith(early, '40')).toBe('The 40 men of the upper town were, the mayor said,');
  });

  it('stays within its sentence and on one line, whatever matters in it', () => {
    fc.assert(
      fc.property(anyText(100), fc.nat(), fc.nat(), fc.nat({ max: 300 }), (text, at, from, length) => {
        const article = parseArticle('a.txt', `\n${text}`);
        if (!('text' in article) || article.sentences.length === 0) return;
        const sentence = at % article.sentences.length;
        const whole = article.sentences[sentence] as Span;
        const start = whole.start + (from % (whole.end - whole.start));
        const line = lineOf({ article, sentence }, { start, end: Math.min(whole.end, start + length + 1) });
        expect(line.start >= whole.start && line.end <= whole.end && line.end > line.start).toBe(true);
        expect(line.end - line.start).toBeLessThan(100);
      }),
    );
  });
});
