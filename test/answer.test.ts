import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answerer } from '../src/answer/answerer.js';
import type { Article } from '../src/corpus/article.js';
import { parseArticle, readCorpus } from '../src/corpus/read.js';
import { MAX_QUESTION_LENGTH } from '../src/limits.js';
import { UNCACHED } from '../src/search/vectors.js';
import { articleOf } from './support/articles.js';
import { sharedModel } from './support/model.js';

const { articles } = await readCorpus('corpus');
const model = await sharedModel();
const answererOf = (texts: readonly Article[]) => Answerer.create(texts, model, UNCACHED);
const answerer = await answererOf(articles);

/** Question, and words of the sentence that must come first. */
const ANSWERED: readonly (readonly [string, string])[] = [
  ['how many jobs did SoftBank promise', '50,000 US jobs'],
  ["what are Alibaba's focus areas", 'fruits, garments, and wine'],
  ['what is Alibaba’s product catalog like', 'far more extensive'],
  ['where was the meeting held', 'Trump Tower'],
  ['what sales did Alibaba report in 2012', '$170 billion'],
  ['who is the head of SoftBank', 'Masayoshi Son'],
  ['what are Alibaba’s focus areas?', 'fruits, garments, and wine'],
  ['WHERE WAS THE MEETING HELD???', 'Trump Tower'],
  ['wal mart associates', '2.3 million associates'],
  ['Wal-Mart associates worldwide', '2.3 million associates'],
  ['how many employees does amazon have', '230,000 employees'],
  ['who met Trump on Monday', 'met Jack Ma'],
  ['how many employees does Alibaba have?', '36,446 full-time employees'],
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
  ['who is smart and open-minded', 'open-minded'],
];

/**
 * What the reader gets wrong, kept so that it is seen: these fail as soon as one comes out right, and it moves to the list
 * above or below.
 */
const NOT_YET_ANSWERED = [['how many people work for Walmart', '2.3 million associates']] as const;
const NOT_YET_DECLINED = ['where is Alibaba based'];

const NOT_ANSWERED = [
  "what is Alibaba's share price",
  'how many employees does eBay have',
  'how many employees does eBay have?',
  'how many sellers does Etsy have?',
  'how many associates does Amazon have in the US?',
  'what is the weather in Paris',
  'when was Jack Ma born',
  'which airline did they fly',
  'how many dollars will SoftBank spend',
  'how many stores does walmart operate',
  'how old is Donald Trump',
  "what is the CEO's salary",
  'what is the capital of China',
  'what is bitcoin',
  'how much profit did Alibaba make',
  'what language does Jack Ma speak',
  'did they talk about tariffs',
  'who founded Amazon',
  'best pizza recipe',
  'what time does the gym open',
];

const firstText = async (question: string): Promise<string> => {
  const { candidates } = await answerer.answer(question);
  return candidates[0] ? candidates[0].article.text.slice(candidates[0].start, candidates[0].end) : '';
};

describe('answers from the shipped corpus', () => {
  it.each(ANSWERED)('%s → %s', async (question, words) => {
    expect(await firstText(question)).toContain(words);
    expect(await answerer.answer(question)).toMatchObject({ answered: true });
  });

  it.fails.each(NOT_YET_ANSWERED)('%s → %s', async (question, words) => {
    expect(await firstText(question)).toContain(words);
    expect(await answerer.answer(question)).toMatchObject({ answered: true });
  });

  it.fails.each(NOT_YET_DECLINED)('the texts do not say: %s', async (question) => {
    expect(await answerer.answer(question)).toMatchObject({ answered: false });
  });

  it('finds the Walmart sentence though it does not answer with it', async () => {
    expect(await firstText('how many people work for Walmart')).toContain('2.3 million associates');
  });

  it.each(NOT_ANSWERED)('the texts do not say: %s', async (question) => {
    expect(await answerer.answer(question)).toMatchObject({ answered: false });
  });

  it('tells the country from the pronoun', async () => {
    for (const country of ['US', 'us', 'U.S', 'U.S.', 'usa', 'United States']) {
      expect(await firstText(`how many associates in the ${country}`)).toContain('1.5 million in the US');
    }
  });
});

describe('options', () => {
  it('lists as many as asked for, each sentence once', async () => {
    const { candidates } = await answerer.answer('jobs in the US', { top: 12 });
    expect(candidates).toHaveLength(12);
    expect(new Set(candidates.map((c) => `${c.article.id}:${c.sentence}`)).size).toBe(12);
    expect((await answerer.answer('jobs in the US')).candidates).toHaveLength(5);
  });

  it('reads as many windows as asked for, and remembers nothing of it for who asks alone', async () => {
    const question = 'how many jobs are there in the whole of America';
    const few = await answerer.answer(question, { top: 100, windows: 1 });
    const all = await answerer.answer(question, { top: 100 });
    expect(few.candidates.length).toBeGreaterThan(0);
    expect(all.candidates.length).toBeGreaterThan(few.candidates.length);
  });

  it('reads fewer windows while others wait for their turn, and remembers nothing of it', async () => {
    let others = 100;
    const hasty = await Answerer.create(articles, model, UNCACHED, () => others);
    const question = 'how many jobs are there in the whole of America';
    const few = await hasty.answer(question, { top: 100 });
    others = 0;
    const all = await hasty.answer(question, { top: 100 });
    expect(few.candidates.length).toBeGreaterThan(0);
    expect(all.candidates.length).toBeGreaterThan(few.candidates.length);
  });

  it('looks in one article only', async () => {
    for (const article of articles) {
      const { candidates } = await answerer.answer('jobs in the US', { articles: [article], top: 50 });
      expect(new Set(candidates.map((c) => c.article.id))).toEqual(new Set([article.id]));
    }
  });
});

describe('a phrase in quotation marks', () => {
  it('is found whatever the typography', async () => {
    for (const phrase of ['"great meeting"', '“Great  Meeting”']) {
      const { candidates, missingPhrase } = await answerer.answer(`who spoke of a ${phrase}`, { top: 50 });
      expect(missingPhrase).toBeNull();
      expect(candidates.length).toBeGreaterThan(0);
      for (const { article, sentence } of candidates) {
        const paragraph = article.paragraphs[article.sentences[sentence]?.paragraph ?? -1];
        expect(article.text.slice(paragraph?.start, paragraph?.end)).toMatch(/great meeting/);
      }
    }
  });

  it('alone is answered with a sentence that has it, whatever that says', async () => {
    const { outcome, candidates } = await answerer.answer('“and supporting services”');
    expect(outcome).toBe('says');
    const [{ article, start, end } = {}] = candidates;
    expect(article?.text.slice(start, end)).toContain('and supporting services');
  });

  it('declines when no passage has it, and lists the nearest', async () => {
    const answer = await answerer.answer('"fifty thousand" jobs SoftBank');
    expect(answer).toMatchObject({ answered: false, missingPhrase: 'fifty thousand' });
    expect(answer.candidates.length).toBeGreaterThan(0);
  });
});

describe('what cannot be looked up', () => {
  it.each(['', ' \n', 'a'.repeat(MAX_QUESTION_LENGTH + 1), 'x'.repeat(1_000_000)])(
    'gives a reason',
    async (text) => {
      const answer = await answerer.answer(text);
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
  ])('%s is an ordinary question', async (text) => {
    expect(await answerer.answer(text)).toMatchObject({ question: text, answered: false, reason: null });
  });

  it('takes any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: MAX_QUESTION_LENGTH, unit: 'grapheme' }), async (text) => {
        const { confidence, candidates } = await answerer.answer(text);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        for (const { article, sentence, start, end } of candidates) {
          expect(article.sentences[sentence]).toMatchObject({ start, end, kind: 'body' });
        }
      }),
    );
  });

  it('answers from no texts at all', async () => {
    expect(await (await answererOf([])).answer('where was it')).toMatchObject({
      answered: false,
      candidates: [],
    });
  });
});

describe('only body sentences answer', () => {
  it('skips headings, captions, bylines and datelines', async () => {
    const article = parse(
      'Harbour Bridge Reopens\n\nBy Ann Lee\n\nThe harbour bridge was opened to lorries again.',
    );
    const { candidates } = await (await answererOf([article])).answer('harbour bridge');
    expect(candidates.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'The harbour bridge was opened to lorries again.',
    ]);
  });
});

it('a question that the text asks itself is answered with what stands below it', async () => {
  const faq = articleOf(
    `# Paints\n\n## Why was my card declined?\n\nMost often the bank wants a code.\n\n## Is it open?\n\nNine to five.\n`,
    'faq.md',
  );
  const { answered, candidates } = await (await answererOf([faq])).answer('why was my card declined');
  expect(candidates.map(({ start, end }) => faq.text.slice(start, end))[0]).toBe(
    'Most often the bank wants a code.',
  );
  expect(answered).toBe(true);
});

describe('whose words are asked for', async () => {
  const text = [
    'The ferry terminal will be closed for a year, the council decided.',
    'Councillor Agnes Holt voted for it. “A terminal without a roof is no terminal,” she said.',
    'Piet Maas, who sells fish there, fears for his stall. “If nobody lands here, I can shut,” he told the paper.',
    'Mayor Lund promised a tent.',
  ].join('\n\n');
  const own = await answererOf([articleOf(text)]);
  const answerTo = async (question: string) => {
    const { outcome, candidates } = await own.answer(question);
    const [first] = candidates;
    return outcome === 'says' && first ? text.slice(first.start, first.end) : null;
  };

  it.each([
    ['what did Piet Maas say?', 'I can shut'],
    ['what did Agnes Holt say?', 'without a roof'],
    ['what does the councillor think', 'without a roof'],
  ])('%s is answered with what that one is quoted with', async (question, words) => {
    expect(await answerTo(question)).toContain(words);
  });

  it.each(['what did Piet Maas say about the roof?', 'what did Mayor Lund say?'])(
    '%s is not answered with what somebody else says',
    async (question) => {
      expect((await answerTo(question)) ?? '').not.toMatch(/she said|he told/);
    },
  );
});

describe('an item that a question names by its number', () => {
  const rules = articleOf(
    '# Rules\n\n1. Be kind.\n2. No adverts.\n\n## Steps\n\n1. Copy it.\n2. Open it.\n',
    'rules.md',
  );
  const steps = articleOf('Steps to take:\n\n1. Ask.\n2. Wait.\n', 'other.md');

  it.each([
    ['rule 2', '2. No adverts.'],
    ['what does rule two say?', '2. No adverts.'],
    ['what is the second rule?', '2. No adverts.'],
    ['the 2nd rule', '2. No adverts.'],
    ['whats rule 9', null],
    // There are two lists of steps.
    ['step 2', null],
  ])('%s → %s', async (question, words) => {
    const { outcome, candidates } = await (await answererOf([rules, steps])).answer(question);
    const [first] = candidates;
    const isItem = outcome === 'says' && first?.article.text.slice(first.start, first.end);
    expect(isItem || null).toBe(words);
  });
});

describe('corroboration', () => {
  const wordsOf = async (question: string): Promise<string[]> => {
    const { candidates, also } = await answerer.answer(question);
    const places = [...candidates.slice(0, 1), ...also];
    return places.map(({ article, sentence }) => {
      const { start, end } = article.sentences[sentence] ?? { start: 0, end: 0 };
      return article.text.slice(start, end);
    });
  };

  it('finds the sentence of the other article that answers with the same', async () => {
    const [first, ...also] = await wordsOf('what did Trump say about Ma loving this country');
    expect(first).toContain('loves this country');
    expect(also.join()).toContain('loves this country');
  });

  it('wants the same figures', async () => {
    const question = 'how many jobs did SoftBank promise';
    expect(await answerer.answer(question)).toMatchObject({ answered: true });
    expect(await wordsOf(question)).toHaveLength(1);
  });
});

function parse(text: string): Article {
  const article = parseArticle('bridge.md', text);
  if (Array.isArray(article)) throw new Error('the article has faults');
  return article as Article;
}
