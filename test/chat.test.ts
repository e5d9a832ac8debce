import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../src/answer/answerer.js';
import { readCorpus } from '../src/corpus/read.js';

/**
 * Questions as people ask them in a chat, over the shipped corpus and five articles written for this test, with
 * near misses and off-topic ones. Even lines may be looked at when ranking is improved; odd lines only count.
 */
const { articles: shipped } = await readCorpus('corpus');
const { articles: written } = await readCorpus('test/fixtures/chat');
const answerer = createAnswerer([...shipped, ...written]);

interface Case {
  readonly question: string;
  /** Words of which the answering sentence holds one; none when the texts do not say. */
  readonly words: readonly string[];
}

const cases: readonly Case[] = readFileSync('test/fixtures/chat/questions.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [question = '', words = ''] = line.split('\t');
    return { question, words: words === '' ? [] : words.split('|') };
  });

/** Rank of the first candidate that answers, from 1; infinite when none of the first five does. */
function rankOf({ question, words }: Case): number {
  const { candidates } = answerer.answer(question, { top: 5 });
  const texts = candidates.map(({ article, start, end }) => article.text.slice(start, end));
  const found = texts.findIndex((text) => words.some((word) => text.includes(word)));
  return found < 0 ? Number.POSITIVE_INFINITY : found + 1;
}

const percent = (some: readonly unknown[], all: readonly unknown[]) => (100 * some.length) / all.length;

describe.each([
  { half: 'open', rest: 0, first: 63, five: 92, on: 79, off: 48 },
  { half: 'held back', rest: 1, first: 59, five: 87, on: 82, off: 48 },
])('chat-style questions, $half half', ({ rest, first, five, on, off }) => {
  const half = cases.filter((_, line) => line % 2 === rest);
  const answerable = half.filter(({ words }) => words.length > 0);
  const unanswerable = half.filter(({ words }) => words.length === 0);
  const ranks = answerable.map(rankOf);
  const answers = (some: readonly Case[]) =>
    some.filter(({ question }) => answerer.answer(question).answered);

  it('puts the sentence that answers first, or among the first five', () => {
    expect(
      percent(
        ranks.filter((rank) => rank === 1),
        ranks,
      ),
    ).toBeGreaterThanOrEqual(first);
    expect(
      percent(
        ranks.filter((rank) => rank <= 5),
        ranks,
      ),
    ).toBeGreaterThanOrEqual(five);
  });

  it('answers what the texts say and declines what they do not', () => {
    expect(percent(answers(answerable), answerable)).toBeGreaterThanOrEqual(on);
    expect(percent(answers(unanswerable), unanswerable)).toBeLessThanOrEqual(off);
  });
});
