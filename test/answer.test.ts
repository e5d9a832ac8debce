import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../src/answer/answerer.js';
import type { Article } from '../src/corpus/article.js';
import { parseArticle, readCorpus } from '../src/corpus/read.js';
import { MAX_QUESTION_LENGTH } from '../src/limits.js';

const { articles } = await readCorpus('corpus');
const answerer = createAnswerer(articles);

/** Question, and words of the sentence that must come first. */
const ANSWERED: readonly (readonly [string, string])[] = [
  ['how many jobs did SoftBank promise', '50,000 US jobs'],
  ["what are Alibaba's focus areas", 'fruits, garments, and wine'],
  ['how many people work for Walmart', '2.3 million associates'],
  ['where was the meeting held', 'Trump Tower'],
  ['what sales did Alibaba report in 2012', '$170 billion'],
  ['who is the head of SoftBank', 'Masayoshi Son'],
  ['what are Alibaba’s focus areas?', 'fruits, garments, and wine'],
  ['WHERE WAS THE MEETING HELD???', 'Trump Tower'],
  ['wal mart associates', '2.3 million associates'],
  ['Wal-Mart associates worldwide', '2.3 million associates'],
  ['how many employees does amazon have', '230,000 employees'],
  ['who met Trump on Monday', 'met Jack Ma'],
  ['how many active sellers are on the platform', '10 million active sellers'],
  ['what does the name Alibaba come from', 'Persian folk tale'],
  ['why has Trump chosen to talk with Ma', 'growing quickly'],
  ['how many full-time employees did alibaba have in 2016', '36,446 full-time employees'],
  ['softbank jobs', '50,000 US jobs'],
  ['masayoshi son', 'Masayoshi Son'],
  ['who is on the Alibaba board', 'Masayoshi Son'],
  ['alibba board', 'Masayoshi Son'],
  ['hey can you tell me where the meeting was held please', 'Trump Tower'],
  ['how many job opportunities has Alibaba created', '15 million job opportunities'],
  ['what did Ma advise Trump to focus on', 'focus on small businesses'],
  ['what allows third-party sellers to sell their products', 'Like eBay or Etsy'],
  ['"open-minded" listen', 'open-minded to listen'],
  ['what is Alibaba’s product catalog like', 'far more extensive'],
  ['who is smart and open-minded', 'smart and open-minded'],
];

const NOT_ANSWERED = [
  "what is Alibaba's share price",
  'how many employees does eBay have',
  'what is the weather in Paris',
  'when was Jack Ma born',
  'which airline did they fly',
  'how many dollars will SoftBank spend',
  'how old is Donald Trump',
  'how many stores does walmart operate',
  "what is the CEO's salary",
  'what is the capital of China',
  'what is bitcoin',
  'how much profit did Alibaba make',
  'what language does Jack Ma speak',
  'did they talk about tariffs',
  'who founded Amazon',
  'where is Alibaba based',
  'best pizza recipe',
  'what time does the gym open',
];

const firstText = (question: string): string => {
  const { candidates } = answerer.answer(question);
  return candidates[0] ? candidates[0].article.text.slice(candidates[0].start, candidates[0].end) : '';
};

describe('answers from the shipped corpus', () => {
  it.each(ANSWERED)('%s → %s', (question, words) => {
    expect(firstText(question)).toContain(words);
    expect(answerer.answer(question).answered).toBe(true);
  });

  it.each(NOT_ANSWERED)('the texts do not say: %s', (question) => {
    expect(answerer.answer(question).answered).toBe(false);
  });

  it('tells the country from the pronoun', () => {
    for (const country of ['US', 'us', 'U.S', 'U.S.', 'usa', 'United States']) {
      expect(firstText(`how many associates in the ${country}`)).toContain('1.5 million in the US');
    }
  });
});

describe('options', () => {
  it('lists as many as asked for, each sentence once', () => {
    const { candidates } = answerer.answer('jobs in the US', { top: 12 });
    expect(candidates).toHaveLength(12);
    expect(new Set(candidates.map((c) => `${c.article.id}:${c.sentence}`)).size).toBe(12);
    expect(answerer.answer('jobs in the US').candidates).toHaveLength(5);
  });

  it('looks in one article only', () => {
    for (const article of articles) {
      const { candidates } = answerer.answer('jobs in the US', { article, top: 50 });
      expect(new Set(candidates.map((c) => c.article.id))).toEqual(new Set([article.id]));
    }
  });
});

describe('a phrase in quotation marks', () => {
  it('is found whatever the typography', () => {
    for (const phrase of ['"great meeting"', '“Great  Meeting”']) {
      const { candidates, missingPhrase } = answerer.answer(`who spoke of a ${phrase}`, { top: 50 });
      expect(missingPhrase).toBeNull();
      expect(candidates.length).toBeGreaterThan(0);
      for (const { article, sentence } of candidates) {
        const paragraph = article.paragraphs[article.sentences[sentence]?.paragraph ?? -1];
        expect(article.text.slice(paragraph?.start, paragraph?.end)).toMatch(/great meeting/);
      }
    }
  });

  it('declines when no passage has it, and lists the nearest', () => {
    const answer = answerer.answer('"fifty thousand" jobs SoftBank');
    expect(answer).toMatchObject({ answered: false, missingPhrase: 'fifty thousand' });
    expect(answer.candidates.length).toBeGreaterThan(0);
  });
});

describe('what cannot be looked up', () => {
  it.each(['', ' \n', 'a'.repeat(MAX_QUESTION_LENGTH + 1), 'x'.repeat(1_000_000)])(
    'gives a reason',
    (text) => {
      const answer = answerer.answer(text);
      expect(answer).toMatchObject({ answered: false, candidates: [] });
      expect(answer.reason).toMatch(/question/i);
    },
  );

  it.each([
    'constructor',
    '__proto__',
    'toString hasOwnProperty',
    '(a+)+$ [',
    '東京はどこですか',
    '🙂🙂',
    '?!…',
    'the of and',
  ])('%s is an ordinary question', (text) => {
    expect(answerer.answer(text)).toMatchObject({ question: text, answered: false, reason: null });
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: MAX_QUESTION_LENGTH, unit: 'grapheme' }), (text) => {
        const { confidence, relevance, candidates } = answerer.answer(text);
        for (const share of [confidence, relevance]) expect(share >= 0 && share <= 1).toBe(true);
        for (const { article, sentence, start, end } of candidates) {
          expect(article.sentences[sentence]).toMatchObject({ start, end, kind: 'body' });
        }
      }),
    );
  });

  it('answers from no texts at all', () => {
    expect(createAnswerer([]).answer('where was it')).toMatchObject({ answered: false, candidates: [] });
  });
});

describe('only body sentences answer', () => {
  it('skips headings, captions, bylines and datelines', () => {
    const article = parse(
      'Harbour Bridge Reopens\n\nBy Ann Lee\n\nThe harbour bridge was opened to lorries again.',
    );
    const { candidates } = createAnswerer([article]).answer('harbour bridge');
    expect(candidates.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'The harbour bridge was opened to lorries again.',
    ]);
  });
});

describe('corroboration', () => {
  const place = (words: string) => {
    for (const article of articles) {
      const sentence = article.sentences.findIndex(({ start, end }) =>
        article.text.slice(start, end).includes(words),
      );
      if (sentence >= 0) return { article, sentence };
    }
    throw new Error(`no sentence with ${words}`);
  };

  it('finds the sentence of the other article that says the same', () => {
    const said = answerer.alsoSaidBy(place('loves this country, and he loves China'));
    expect(said.map(({ article, start, end }) => article.text.slice(start, end)).join()).toContain(
      'loves this country',
    );
    expect(
      said.every(({ article }) => article !== place('loves this country, and he loves China').article),
    ).toBe(true);
  });

  it('wants the same figures', () => {
    expect(answerer.alsoSaidBy(place('50,000 US jobs'))).toEqual([]);
    expect(answerer.alsoSaidBy(place('$170 billion'))).toEqual([]);
  });
});

function parse(text: string): Article {
  const article = parseArticle('bridge.md', text);
  if (Array.isArray(article)) throw new Error('the article has faults');
  return article as Article;
}
