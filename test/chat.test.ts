import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Answerer } from '../src/answer/answerer.js';
import { readCorpus } from '../src/corpus/read.js';
import { UNCACHED } from '../src/search/vectors.js';
import { sharedModel } from './support/model.js';

/**
 * Questions as people ask them in a chat, over news articles written for this test that no network was trained on, with
 * near misses and off-topic ones: scores that may not fall. A fourth of the questions, for they take a tenth of a second
 * each; `npm run bench -- questions` asks them all.
 */
interface ChatSet {
  readonly name: string;
  readonly corpus: readonly string[];
  /** Least share of the questions with an answer whose answer is first, or among the first five. */
  readonly first: number;
  readonly five: number;
  /** Least share of the others that is declined. */
  readonly declined: number;
}

const SETS: readonly ChatSet[] = [
  { name: 'chat', corpus: ['corpus', 'test/fixtures/chat'], first: 65, five: 85, declined: 70 },
  { name: 'chat-open', corpus: ['test/fixtures/chat-open'], first: 65, five: 85, declined: 70 },
  { name: 'chat-held-back', corpus: ['test/fixtures/chat-held-back'], first: 65, five: 85, declined: 70 },
];

const SAMPLE = 4;

/** Questions with the parts of sentences that answer; none when the texts do not say. */
const questionsOf = (name: string) =>
  readFileSync(`test/fixtures/${name}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((_, line) => line % SAMPLE === 0)
    .map((line) => {
      const [question = '', answers = ''] = line.split('\t');
      return { question, answers: answers === '' ? [] : answers.split('|') };
    });

const percent = <T>(all: readonly T[], isCounted: (one: T) => boolean): number =>
  (100 * all.filter(isCounted).length) / all.length;

const model = await sharedModel();

describe.each(SETS)('chat-style questions, $name', async ({ name, corpus, first, five, declined }) => {
  const corpora = await Promise.all(corpus.map((folder) => readCorpus(folder)));
  const answerer = await Answerer.create(
    corpora.flatMap(({ articles }) => articles),
    model,
    UNCACHED,
  );
  const asked: { hasAnswer: boolean; rank: number; answered: boolean }[] = [];
  for (const { question, answers } of questionsOf(name)) {
    const { candidates, answered } = await answerer.answer(question);
    const texts = candidates.map(({ article, start, end }) => article.text.slice(start, end));
    const rank = texts.findIndex((text) => answers.some((answer) => text.includes(answer))) + 1;
    asked.push({ hasAnswer: answers.length > 0, rank, answered });
  }
  const answerable = asked.filter(({ hasAnswer }) => hasAnswer);

  it('puts the sentence that answers first, or among the first five', () => {
    expect(percent(answerable, ({ rank }) => rank === 1)).toBeGreaterThanOrEqual(first);
    expect(percent(answerable, ({ rank }) => rank > 0)).toBeGreaterThanOrEqual(five);
  });

  it('declines what the texts do not say', () => {
    const others = asked.filter(({ hasAnswer }) => !hasAnswer);
    expect(percent(others, ({ answered }) => !answered)).toBeGreaterThanOrEqual(declined);
  });
});
