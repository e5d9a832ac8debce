/** The corpora that are measured at: the texts that come along, and made-up news of a number of sentences. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCorpus } from '../dist/src/corpus/read.js';
import { newsOf, unanswerable } from './news.mjs';
import { AREAS, SURNAMES } from './news-words.mjs';

/** Sentences of the texts that come along; a size up to this means those. */
export const SHIPPED = 42;

/** Every so many questions, one has no answer in the texts. */
const UNANSWERABLE_EVERY = 5;

/** Questions are about the articles up to here, so that they can be the same at every size from it on. */
const ASKED_WITHIN = 10_000;

/**
 * Writes the texts of a size into a folder.
 *
 * @returns their sentences, `questions` (`answer`: words of the sentence that answers, `null` where none does), and what
 *   lists are asked for: `speakers`, `subjects`
 */
export async function makeCorpus(size, folder, questionCount) {
  mkdirSync(folder, { recursive: true });
  return size <= SHIPPED ? shipped(folder, questionCount) : news(size, folder, questionCount);
}

async function shipped(folder, count) {
  cpSync('corpus', folder, { recursive: true });
  const { articles } = await readCorpus('corpus');
  const sentences = articles.flatMap(({ text, sentences: spans }) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  const questions = Array.from({ length: count }, (_, i) => {
    const [question, answer] = SHIPPED_QUESTIONS[i % SHIPPED_QUESTIONS.length];
    return { question: reworded(question, Math.floor(i / SHIPPED_QUESTIONS.length)), answer };
  });
  return {
    sentences,
    questions,
    speakers: ['Jack Ma', 'Trump', 'Ma'],
    subjects: ['jobs', 'businesses', 'sales'],
  };
}

/** The `n`-th way of asking the same: a bot may remember what it answered, and is to answer anew. */
export const reworded = (question, n) =>
  `${LEADS[n % LEADS.length]}${question.replace('?', ENDS[Math.floor(n / LEADS.length) % ENDS.length])}`;

const LEADS = ['', 'Tell me: ', 'According to the texts: ', 'Do you know? ', 'One more: '];
const ENDS = ['?', ', please?', ' exactly?', ', then?', ', in short?'];

function news(size, folder, count) {
  const sentences = [];
  const asked = [];
  for (const article of newsOf(size)) {
    writeFileSync(path.join(folder, article.file), article.content);
    if (sentences.length + article.sentences.length <= ASKED_WITHIN) asked.push(...article.asked);
    sentences.push(...article.sentences);
  }
  const questions = Array.from({ length: count }, (_, i) =>
    i % UNANSWERABLE_EVERY === 0
      ? { question: unanswerable(i / UNANSWERABLE_EVERY), answer: null }
      : asked[Math.floor((i * asked.length) / count)],
  );
  return { sentences, questions, speakers: SURNAMES, subjects: AREAS.flatMap(({ things }) => things) };
}

/** Of the texts that come along. */
const SHIPPED_QUESTIONS = [
  ['How many jobs does Alibaba want to create?', '1 million'],
  ['How many full-time employees did Alibaba have?', '36,446'],
  ['How many people does Amazon employ?', '230,000'],
  ['Where was the meeting held?', 'Trump Tower'],
  ['Who is on the board of Alibaba?', 'Masayoshi Son'],
  ['What did Trump say about Jack Ma?', 'great entrepreneur'],
  ['What did Ma say about China and the USA?', 'strengthened'],
  ['Which goods will Alibaba target?', 'garments'],
  ['How many associates does Wal-Mart have?', '2.3 million'],
  ['Who won the football match?', null],
  ['How deep is the lake?', null],
  ['When was the bridge repaired?', null],
];
